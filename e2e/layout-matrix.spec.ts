import { type CDPSession, expect } from '@playwright/test';
import { painted } from './desk-page';
import { test } from './fixtures';
import type { Launched } from './launch';
import { type LayoutFinding, layoutFindings, mayEndInEllipsis } from './layout-findings';
import { munich } from './saved-studios';

/** Sizes of the window's content, in pixels of the screen. */
const sizes = [
  [960, 600],
  [1024, 640],
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1600, 900],
  [1920, 1080],
  [2560, 1440],
] as const;

const zooms = [100, 150, 200];

/** What is on the desk, and how it gets there with the keyboard, which works in every language. */
const states: Record<string, (desk: Keys) => Promise<void>> = {
  empty: async () => undefined,
  'many hits': ({ find }) => find('demo'),
  'open among many hits': async ({ find, press }) => {
    await find('demo');
    await press('ArrowDown', 'ArrowDown', 'Enter');
  },
  account: ({ find }) => find('1-12345'),
  'rows selected': async ({ find, press }) => {
    await find('1001');
    await press('ControlOrMeta+Shift+O', 'ControlOrMeta+B', 'Shift+ArrowDown');
  },
  'long texts': ({ find }) => find('9031'),
  'long dunning level': ({ find }) => find('9023'),
  'access refused': ({ find }) => find('9018'),
  'paused and restricted': ({ find }) => find('9032'),
  'as pictured': ({ find }) => find('9127'),
  contracts: async ({ find, press }) => {
    await find('9112');
    await press('ControlOrMeta+J');
  },
  'later prices': async ({ find, press }) => {
    await find('9110');
    await press('ControlOrMeta+J');
  },
  'German caller': ({ find }) => find('9126'),
  'long amounts': ({ find }) => find('9029'),
  'several currencies': ({ find }) => find('9017'),
  'nobody found': ({ find }) => find('123456'),
  'account fails': ({ find }) => find('9500'),
  'account and bookings fail': ({ find }) => find('9-08500'),
  'all facts': async ({ find, press }) => {
    await find('9400');
    await press('F8');
  },
  // The last one, because the call stays on hold.
  'a call on hold': async ({ find, press }) => {
    await find('9031');
    await press('ControlOrMeta+Shift+P');
    await find('1001');
  },
};

interface Keys {
  /** Types into the search box and presses Enter; resolves when nothing is loading. */
  find: (text: string) => Promise<void>;
  press: (...keys: string[]) => Promise<void>;
}

/** Resolves when nothing is loading and the last render has been painted. */
async function settled({ page }: Launched): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[class*=skeleton], [aria-busy=true]'));
  await painted(page);
}

function keysOf(launched: Launched): Keys {
  const { page } = launched;
  const box = page.getByRole('search').getByRole('searchbox');
  return {
    async find(text) {
      await box.fill(text);
      await box.press('Enter');
      // The answer is there: its customers, or that there are none.
      await page.locator('aside [role=option], aside h2:has(+ p + div)').first().waitFor();
      await settled(launched);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
      await settled(launched);
    },
  };
}

/**
 * Gives the page this size and zoom, as the settings do, and waits until it has its layout. The window keeps its size: the X
 * server would draw each one.
 */
async function resize(
  { app, page }: Launched,
  cdp: CDPSession,
  width: number,
  height: number,
  zoom: number,
): Promise<void> {
  await Promise.all([
    cdp.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 0,
      mobile: false,
      scale: 0.1,
    }),
    app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom / 100,
    ),
  ]);
  await page.evaluate(
    async ([w, h]) => {
      const frame = () => new Promise(requestAnimationFrame);
      while (Math.abs(innerWidth - w) > 1 || Math.abs(innerHeight - h) > 1) await frame();
      await frame();
      await frame();
    },
    [(width * 100) / zoom, (height * 100) / zoom] as const,
  );
}

type Row = LayoutFinding & { where: string[] };

/** One line for each finding, with every size and zoom at which it was found. */
function asTable(rows: readonly Row[]): string {
  return rows
    .map(
      ({ rule, element, text, by, where }) =>
        `  ${rule} by ${by} px: ${element} “${text}”\n    at ${where.join(', ')}`,
    )
    .join('\n');
}

for (const language of ['en-GB', 'de'])
  test(`nothing is cut off at any size and zoom: ${language}`, async ({ launch }) => {
    // Ends what hangs; hundreds of layouts take minutes on a busy machine.
    test.setTimeout(1_800_000);
    const launched = await launch(['--demo', `--studio=${munich.id}`, `--lang=${language}`]);
    const { page } = launched;
    const cdp = await page.context().newCDPSession(page);
    const tables: string[] = [];
    for (const [state, bring] of Object.entries(states)) {
      await resize(launched, cdp, 1280, 720, 100);
      await page.keyboard.press('ControlOrMeta+Shift+X');
      await bring(keysOf(launched));
      const rows = new Map<string, Row>();
      for (const [width, height] of sizes)
        for (const zoom of zooms) {
          await resize(launched, cdp, width, height, zoom);
          for (const finding of await page.evaluate(layoutFindings, mayEndInEllipsis)) {
            const key = `${finding.rule} ${finding.element}`;
            const row = rows.get(key) ?? { ...finding, where: [] };
            const where = `${width}×${height} ${zoom} %`;
            if (!row.where.includes(where)) row.where.push(where);
            if (finding.by > row.by) Object.assign(row, finding);
            rows.set(key, row);
          }
        }
      if (rows.size > 0) tables.push(`${language}, ${state}:\n${asTable([...rows.values()])}`);
      await page.keyboard.press('Escape');
    }
    expect(tables.join('\n'), 'cut off, out of reach or too narrow').toBe('');
  });
