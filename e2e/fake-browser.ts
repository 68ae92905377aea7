import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A stand-in for `xdg-open`, which Chromium starts for links on Linux: it records the links. */
export async function fakeBrowser(home: string) {
  const bin = join(home, 'bin');
  const opened = join(home, 'opened');
  await mkdir(bin);
  await writeFile(join(bin, 'xdg-open'), `#!/bin/sh\necho "$1" >> '${opened}'\n`);
  await chmod(join(bin, 'xdg-open'), 0o755);
  return {
    env: { PATH: `${bin}:${process.env.PATH}` },
    /** The links so far. */
    async opened(): Promise<string[]> {
      const lines = await readFile(opened, 'utf8').catch(() => '');
      return lines.split('\n').filter((line) => line !== '');
    },
  };
}
