import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Fonts of the Debian package fonts-liberation, which the bootstrap installs. */
export const fontsFolder = '/usr/share/fonts/truetype/liberation';

/**
 * Writes a fontconfig file that knows these fonts only and fixes how they are drawn, so that pictures of text are the same
 * on every machine.
 *
 * @returns environment variables for Ringside
 */
export async function pinFonts(home: string): Promise<Record<string, string>> {
  const file = join(home, 'fonts.conf');
  const alias = (family: string, font: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const edit = (name: string, value: string) => `<edit name="${name}" mode="assign">${value}</edit>`;
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fontsFolder}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
  ${alias('system-ui', 'Liberation Sans')}
  ${alias('sans-serif', 'Liberation Sans')}
  ${alias('monospace', 'Liberation Mono')}
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Liberation Sans</string></edit>
    ${edit('dpi', '<double>96</double>')}
  </match>
  <match target="font">
    ${edit('antialias', '<bool>true</bool>')}
    ${edit('hinting', '<bool>false</bool>')}
    ${edit('hintstyle', '<const>hintnone</const>')}
    ${edit('rgba', '<const>none</const>')}
  </match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
