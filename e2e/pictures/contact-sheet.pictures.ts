import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../fixtures';
import { fileOf, picturesFolder, sheetsFolder } from './files';
import { allStates } from './states';

/** Size of a picture on the sheet, in pixels, and of the caption above it. */
const cell = { width: 480, height: 270, caption: 28, gap: 16 };
const columns = 4;

const sheets = [
  { file: 'contact-sheet-light.webp', language: 'en-GB', theme: 'light', title: 'English, light' },
  { file: 'contact-sheet-dark.webp', language: 'de', theme: 'dark', title: 'German, dark' },
];

/** Draws a sheet in the page, picture by picture, and returns it as WebP in base64. */
async function drawSheet(page: Page, language: string, theme: string): Promise<string> {
  const rows = Math.ceil(allStates.length / columns);
  const width = columns * (cell.width + cell.gap) + cell.gap;
  const height = rows * (cell.height + cell.caption + cell.gap) + cell.gap;
  const sheet = await page.evaluateHandle(([w, h]) => new OffscreenCanvas(w, h), [width, height] as const);
  for (const [index, [name]] of allStates.entries()) {
    const webp = await readFile(join(picturesFolder, fileOf(name, language, theme)), 'base64');
    const x = cell.gap + (index % columns) * (cell.width + cell.gap);
    const y = cell.gap + Math.floor(index / columns) * (cell.height + cell.caption + cell.gap);
    await sheet.evaluate(
      async (canvas, at) => {
        const context = canvas.getContext('2d');
        const bytes = Uint8Array.from(atob(at.webp), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        if (!context) return;
        context.imageSmoothingQuality = 'high';
        context.fillStyle = '#525d6b';
        context.font = '600 16px "Liberation Sans", sans-serif';
        context.fillText(at.name, at.x, at.y + 18);
        context.drawImage(image, at.x, at.y + at.caption, at.width, at.height);
      },
      { ...cell, webp, x, y, name },
    );
  }
  return sheet.evaluate(async (canvas) => {
    const webp = await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 })).arrayBuffer();
    return btoa(new Uint8Array(webp).reduce((text, byte) => text + String.fromCharCode(byte), ''));
  });
}

test('the contact sheets', async ({ demo: { page } }) => {
  await mkdir(sheetsFolder, { recursive: true });
  for (const { file, language, theme } of sheets)
    await writeFile(join(sheetsFolder, file), Buffer.from(await drawSheet(page, language, theme), 'base64'));
  await copyFile(
    join(picturesFolder, fileOf('account', 'en-GB', 'light')),
    join(sheetsFolder, 'account-light.webp'),
  );
  const text = [
    '# Every state of the desk',
    '',
    '`npm run screenshots` takes these pictures from the real window, 1280×720, on demo data, in both languages and both',
    'themes. It writes them in full size to `dist/screens`, and CI keeps that folder as an artifact. The contact sheets and',
    "the README's picture are in git.",
    '',
    ...sheets.flatMap(({ file, title }) => [`## ${title}`, '', `![All states, ${title}](${file})`, '']),
    '## States',
    '',
    '| State | Shows |',
    '| --- | --- |',
    ...allStates.map(([name, what]) => `| ${name} | ${what} |`),
    '',
  ];
  await writeFile(join(sheetsFolder, 'README.md'), text.join('\n'));
});
