import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { UpdateState } from '../../preload/contract/updates';
import { test as base } from '../fixtures';
import { openPackaged, type Packaged, processesWith, read } from '../security/packaged';
import { Feed } from './feed';
import { type CourseId, courses } from './table';

const root = join(__dirname, '..', '..');

/**
 * What stands in for an AppImage: it starts the unpacked package of a version, and is as large as a download that can be cut
 * in the middle.
 */
export function appImage(version: string): Buffer {
  const program = join(root, 'dist', `update-${version}`, 'linux-unpacked', 'ringside');
  const script = `#!/bin/sh\n[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] && exit 0\nexec '${program}' "$@"\n`;
  return Buffer.concat([Buffer.from(script), Buffer.alloc(4_000_000, '#\n')]);
}

/** A desk of 1.0.0 with a feed of its own. */
export interface Desk {
  feed: Feed;
  home: string;
  /** The file that is installed. */
  installed: string;
  open: (policy?: object) => Promise<Packaged>;
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
    await use({
      feed,
      home,
      installed,
      async open(policy = {}) {
        const file = join(home, 'policy.json');
        await writeFile(file, JSON.stringify({ feedUrl: feed.url, ...policy }));
        const packaged = await openPackaged({
          home,
          display,
          executable: installed,
          args: ['--demo', '--lang=en-GB', `--policy=${file}`],
          env: { APPIMAGE: installed },
        });
        ends.push(packaged.end);
        return packaged;
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
          .toMatch(/"phase":"(idle|ready|failed)"/);
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
    // What an update has started is nobody's child any more.
    for (const pid of processesWith(home)) process.kill(pid, 'SIGKILL');
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

export function said(state: UpdateState): string {
  return state.phase === 'failed' ? state.fault : state.phase;
}
