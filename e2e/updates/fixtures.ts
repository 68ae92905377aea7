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
 * A stand-in for an AppImage: it starts the unpacked package of a version, and its size allows a download to be
 * interrupted. Like the runtime of an AppImage, it names its file and the folder of the program.
 */
export const appImage = (version: string): Buffer => stub(`update-${version}`);

function stub(name: string): Buffer {
  const script = [
    '#!/bin/sh',
    '[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] && exit 0',
    'export APPIMAGE="$(readlink -f "$0")"',
    `export APPDIR='${join(root, 'dist', name, 'linux-unpacked')}'`,
    'exec "$APPDIR/ringside" "$@"\n',
  ].join('\n');
  return Buffer.concat([Buffer.from(script), Buffer.alloc(4_000_000, '#\n')]);
}

/** A stand-in for version 1.1.0 with a page that loads nothing, so that its start fails. */
export const brokenAppImage = (): Buffer => stub('update-broken');

/** A desktop with version 1.0.0 and a feed. */
export interface Desk {
  feed: Feed;
  home: string;
  /** The installed file. */
  installed: string;
  open: (policy?: object, more?: Record<string, string>) => Promise<Packaged>;
  /** Replaces 1.0.0 by another version; 1.0.0 is kept as the previous one. */
  updateTo: (file: Buffer) => Promise<void>;
  /** Starts the installed version without waiting for a page. @returns ends it */
  start: () => Promise<() => Promise<void>>;
  /** Presses a key in the dialog of a Ringside without a window. */
  answer: (key: 'Return' | 'Escape') => Promise<void>;
  /** State of updates when nothing is in progress. */
  settled: (packaged: Packaged) => Promise<UpdateState>;
  /** Between two starts: output of the first one is not matched again. */
  forgetLog: () => Promise<void>;
  /** Whether 1.0.0 is still installed, runs and finds customers. */
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
          env: more,
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
        const end = startPackaged({ home, display, executable: installed, args: await args({}) });
        ends.push(end);
        return end;
      },
      async answer(key) {
        const options = { env: { DISPLAY: display }, timeout: 60_000 };
        const search = ['search', '--sync', '--onlyvisible', '--class', 'ringside'];
        await run('xdotool', [...search, 'windowfocus', '--sync'], options);
        // Sent like a real key press: a window is closed by the key-down event, and sending the key-up to it would
        // fail.
        await run('xdotool', ['key', key], options);
      },
      async settled({ page }) {
        const state = () =>
          page.evaluate(async () => {
            const start = await window.ringside.app.start();
            return start.ok ? start.value.update : { phase: 'off' as const };
          });
        const underWay = ['checking', 'downloading'];
        await page.getByRole('search').getByRole('searchbox').waitFor();
        await expect
          .poll(async () => read(join(home, 'Ringside', 'logs', 'ringside.log')), { timeout: 150_000 })
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

/** Declares a row of the table. @param take resolves to what was observed */
export function course(id: CourseId, take: (desk: Desk) => Promise<string>): void {
  const { course: title, expected } = courses[id];
  test(title, { annotation: { type: 'course', description: id } }, async ({ updating }) => {
    test.setTimeout(400_000);
    const seen = await take(updating);
    test.info().annotations.push({ type: 'seen', description: seen });
    expect(seen).toBe(expected);
  });
}

/** Ends the processes that an update has started, which have no parent any more. */
export async function endAll(home: string): Promise<void> {
  for (const pid of processesWith(home)) process.kill(pid, 'SIGKILL');
  await expect.poll(() => processesWith(home)).toEqual([]);
}

export function said(state: UpdateState): string {
  return state.phase === 'failed' ? state.fault : state.phase;
}
