import { writeFileSync } from 'node:fs';
import { test } from './fixtures';

const configs = [
  ['en-GB', '1280x720', 100, 'light'],
  ['de', '1024x640', 100, 'dark'],
  ['en-GB', '1280x720', 200, 'light'],
] as const;
for (const [language, size, zoom, theme] of configs)
  test(`${language} ${size} ${zoom}`, async ({ launch }) => {
    const { app, page } = await launch([
      '--demo',
      '--studio=1210093500',
      `--lang=${language}`,
      `--theme=${theme}`,
      `--size=${size}`,
    ]);
    await page.emulateMedia({ colorScheme: theme });
    await app.evaluate(
      ({ webContents }, z) => webContents.getAllWebContents()[0]?.setZoomFactor(z),
      zoom / 100,
    );
    const shot = async (name: string) => {
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const png = await app.evaluate(async ({ webContents }) => {
        const [c] = webContents.getAllWebContents();
        await c?.capturePage();
        const i = await c?.capturePage();
        return i?.toPNG().toString('base64') ?? '';
      });
      writeFileSync(`/tmp/shots/f-${name}-${language}-${size}-${zoom}.png`, Buffer.from(png, 'base64'));
    };
    const box = page.getByRole('searchbox');
    await box.waitFor();
    for (const [name, text] of [
      ['500', '9500'],
      ['403', '9403'],
      ['all', '8500'],
      ['429', '9429'],
      ['search', 'id:7500'],
      ['other', '9705'],
      ['searchother', 'id:1301'],
    ] as const) {
      await page.keyboard.press('Control+Shift+X');
      await box.fill(text);
      await box.press('Enter');
      await page.waitForTimeout(3500);
      await shot(name);
      if (name === '500') {
        await page.keyboard.press('F8');
        await page.waitForTimeout(300);
        await shot('facts');
        await page.keyboard.press('F8');
      }
    }
  });
