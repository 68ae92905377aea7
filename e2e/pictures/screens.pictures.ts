import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../fixtures';
import type { Launched } from '../launch';
import { fileOf, languages, picturesFolder, themes } from './files';
import { demoStates, liveStates, type PictureContext } from './states';

/** Resolves when nothing is loading and the last render has been painted. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[class*=skeleton], [aria-busy=true]') === null,
    undefined,
    { timeout: 30_000 },
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function pictureContext({ app, page }: Launched): PictureContext {
  return {
    app,
    page,
    async find(text) {
      const box = page.getByRole('search').getByRole('searchbox');
      await box.fill(text);
      await box.press('Enter');
      await settled(page);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    arrive: (lookup) =>
      app.evaluate(
        (electron, text) => void electron.app.emit('second-instance', {}, [], '', { lookup: text }),
        lookup,
      ),
  };
}

/** Converts a PNG to WebP, which has less than half its size, with Chromium's encoder. Both are base64. */
async function toWebp(png: string): Promise<string> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  const webp = new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer(),
  );
  return btoa(webp.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

/** Captures the window as it is on screen; Playwright would capture it at 100 %. */
async function take({ app, page }: Launched, state: string, language: string, theme: string): Promise<void> {
  if (state !== 'loading') await settled(page);
  const png = await app.evaluate(async ({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    // The compositor may still hold the previous frame: the first capture triggers a paint.
    await contents?.capturePage();
    const image = await contents?.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  const webp = await page.evaluate(toWebp, png);
  await writeFile(join(picturesFolder, fileOf(state, language, theme)), Buffer.from(webp, 'base64'));
}

for (const language of languages)
  for (const theme of themes) {
    const args = [`--lang=${language}`, `--theme=${theme}`, '--size=1280x720'];

    test(`demo, ${language}, ${theme}`, async ({ launch }) => {
      await mkdir(picturesFolder, { recursive: true });
      const launched = await launch(['--demo', ...args]);
      const { page } = launched;
      await page.emulateMedia({ colorScheme: theme });
      for (const [name, , bring] of demoStates) {
        await page.keyboard.press('Control+Shift+X');
        await bring(pictureContext(launched));
        await take(launched, name, language, theme);
        await page.keyboard.press('Escape');
      }
    });

    test(`connecting, ${language}, ${theme}`, async ({ launch, secrets, api }) => {
      const launched = await launch(args, secrets.env);
      const { page } = launched;
      await page.emulateMedia({ colorScheme: theme });
      await take(launched, 'connect', language, theme);
      const [address, key] = [page.getByRole('textbox').nth(0), page.getByRole('textbox').nth(1)];
      await address.fill(api.origin);
      await key.fill('wrong');
      await key.press('Enter');
      await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
      await take(launched, 'connect-refused', language, theme);
      await key.fill(api.key);
      await key.press('Enter');
      await page.getByRole('search').getByRole('searchbox').waitFor();
      for (const [name, , bring] of liveStates) {
        await page.keyboard.press('Control+Shift+X');
        await bring(pictureContext(launched));
        await take(launched, name, language, theme);
      }
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await api.close();
      await page.keyboard.press('F5');
      await settled(page);
      await take(launched, 'stale', language, theme);
    });

    test(`by policy, ${language}, ${theme}`, async ({ openWithPolicy }) => {
      const policy = {
        verificationFactors: ['dateOfBirth', 'postcode'],
        idleMinutes: 3,
        balanceSign: 'negativeOwes',
      };
      const launched = await openWithPolicy(policy, ['--demo', ...args]);
      const { page } = launched;
      await page.emulateMedia({ colorScheme: theme });
      await pictureContext(launched).find('1001');
      await take(launched, 'verification', language, theme);
      await page.keyboard.press('Control+1');
      await take(launched, 'verified', language, theme);
      await page.keyboard.press('Control+,');
      await take(launched, 'settings-locked', language, theme);
    });
  }
