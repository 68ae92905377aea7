import { resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** Folder of the pictures, which git ignores; CI keeps it as an artifact. */
export const picturesFolder = resolve(root, 'dist', 'screens');

/** Folder of the contact sheets and of the README's picture, which are in git. */
export const sheetsFolder = resolve(root, 'docs', 'screens');

export const languages = ['en-GB', 'de'] as const;
export const themes = ['light', 'dark'] as const;

/** Name of a picture. English is the default and not part of the name. */
export const fileOf = (state: string, language: string, theme: string) =>
  `${state}-${theme}${language === 'de' ? '-de' : ''}.webp`;
