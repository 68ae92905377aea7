import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { UpdateState } from '../../preload/contract/updates';
import { test as base } from '../fixtures';
import { openPackaged, type Packaged, processesWith, read, startPackaged } from '../security/packaged';
import { Feed } from './feed';
import { type CourseId, courses } from './table';

const root = join(__dirname, '..', '..');
const run = promisify(execFile);

/**
 * What stands in for an AppImage: it starts the unpacked package of a version, and is as large as a download that can be cut
 * in the middle.
 */
export const appImage = (version: string): Buffer => stub(`update-${version}`);

function stub(name: string): Buffer {
  const program = join(root, 'dist', name, 'linux-unpacked', 'ringside');
  const script = `#!/bin/sh\n[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] && exit 0\nexec '${program}' "$@"\n`;
  return Buffer.concat([Buffer.from(script), Buffer.alloc(4_000_000, '#\n')]);
}

/** The same, of 1.1.0 with a page that loads nothing: it never comes to a desk. */
export const brokenAppImage = (): Buffer => stub('update-broken');

/** A desk of 1.0.0 with a feed of its own. */
export interface Desk {
  feed: Feed;
  home: string;
  /** The file that is installed. */
  installed: string;
  open: (policy?: object, more?: Record<string, string>) => Promise<Packaged>;
  /** Puts a version in the place of 1.0.0, which is kept as the one before. */
  updateTo: (file: Buffer) => Promise<void>;
  /** Starts what is installed and does not wait for a page. @returns how to end it */
  start: () => Promise<() => Promise<void>>;
  /** Presses a key in the dialog of a Ringside that shows no window yet. */
  answer: (key: 'Return' | 'Escape') => Promise<void>;
  /** How it stands once nothing is under way any more. */
  settled: (packaged: Packaged, patience?: number) => Promise<UpdateState>;
  /** Between two starts: what the first one said is not waited for again. */
  forgetLog: () => Promise<void>;
  /** Whether 1.0.0 is still what is installed and running, and finds customers. */
  goesOn: (packaged: Packaged) => Promise<string>;
}

export const test = base.extend<{ updating: Desk }>({
  updating: async ({ home, display }, use) => {
    const feed = await Feed.start();
    const installed = join(home, 'Ringside.AppImage');
    await writeFile(installed, appImage('1.0.0'));
    await chmod(installed, 0o755);
    const ends: (() => Promise<void>)[] = [];
    const args = async (policy: object) => {
      const file = join(home, 'policy.json');
      await writeFile(file, JSON.stringify({ feedUrl: feed.url, ...policy }));
      return ['--demo', '--lang=en-GB', `--policy=${file}`];
    };
    const env = { APPIMAGE: installed };
    await use({
      feed,
      home,
      installed,
      async open(policy = {}, more = {}) {
        const start = {
          home,
          display,
          executable: installed,
          args: await args(policy),
          env: { ...env, ...more },
        };
        const packaged = await openPackaged(start);
        ends.push(packaged.end);
        return packaged;
      },
      async updateTo(file) {
        const kept = join(home, 'Ringside', 'installers');
        await mkdir(kept, { recursive: true });
        await rename(installed, join(kept, '1.0.0.AppImage'));
        await writeFile(installed, file);
        await chmod(installed, 0o755);
      },
      async start() {
        const end = startPackaged({ home, display, executable: installed, args: await args({}), env });
        ends.push(end);
        return end;
      },
      async answer(key) {
        const options = { env: { DISPLAY: display }, timeout: 20_000 };
        const search = ['search', '--sync', '--onlyvisible', '--class', 'ringside'];
        await run('xdotool', [...search, 'windowfocus', '--sync'], options);
        // As a keyboard does: what is sent to a window fails once the first half of the key has closed it.
        await run('xdotool', ['key', key], options);
      },
      async settled({ page }, patience = 20_000) {
        const state = () =>
          page.evaluate(async () => {
            const start = await window.ringside.app.start();
            return start.ok ? start.value.update : { phase: 'off' as const };
          });
        const underWay = ['checking', 'downloading'];
        await page.getByRole('searchbox').waitFor();
        await expect
          .poll(async () => read(join(home, 'Ringside', 'logs', 'ringside.log')), { timeout: patience })
          .toMatch(/"phase":"(idle|ready|failed|wentBack)"/);
        const now = await state();
        expect(underWay).not.toContain(now.phase);
        return now;
      },
      forgetLog: () => rm(join(home, 'Ringside', 'logs', 'ringside.log')),
      async goesOn({ page, desk }) {
        await desk.find('1001');
        await expect(desk.money('Balance')).toContainText('89.70');
        const start = await page.evaluate(() => window.ringside.app.start());
        const same = (await readFile(installed)).equals(appImage('1.0.0'));
        return `${start.ok && start.value.version} ${same ? 'goes on' : 'was replaced'}`;
      },
    });
    await endAll(home);
    for (const end of ends) await end();
    await feed.close();
  },
});

/** One row of the table. @param take resolves to what was seen */
export function course(id: CourseId, take: (desk: Desk) => Promise<string>): void {
  const { course: title, expected } = courses[id];
  test(title, { annotation: { type: 'course', description: id } }, async ({ updating }) => {
    test.setTimeout(150_000);
    const seen = await take(updating);
    test.info().annotations.push({ type: 'seen', description: seen });
    expect(seen).toBe(expected);
  });
}

/** Ends what an update has started, which is nobody's child any more. */
export async function endAll(home: string): Promise<void> {
  for (const pid of processesWith(home)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesWith(home), { timeout: 20_000 }).toEqual([]);
}

export function said(state: UpdateState): string {
  return state.phase === 'failed' ? state.fault : state.phase;
}
