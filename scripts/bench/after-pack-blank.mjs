import { withoutDefaultApp } from '../after-pack.mjs';

/** Hook of electron-builder: the blank window has no keytar to check. */
export const afterPack = withoutDefaultApp;
