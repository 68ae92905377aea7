import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { say } from './bootstrap/say.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runElectron, withDisplay } from './desktop.mjs';
import { electronPath } from './electron-path.mjs';
import { sandboxFor } from './sandbox.mjs';

/** The states worth a picture: the name of the file, and what the app is started with. */
const states = {
  connect: [],
  empty: ['--demo'],
  search: ['--demo', '--customer=bullock edg'],
  account: ['--demo', '--customer=1001'],
  failure: ['--demo', '--customer=9500'],
  'rate-limited': ['--demo', '--customer=9429'],
};
const themes = ['light', 'dark'];

await run(async () => {
  await bootstrap();
  const folder = join(root, 'docs', 'screens');
  mkdirSync(folder, { recursive: true });
  const { prefix, noSandbox } = sandboxFor();
  return withDisplay(async (env) => {
    for (const [state, args] of Object.entries(states))
      for (const theme of themes) {
        const data = mkdtempSync(join(tmpdir(), 'ringside-picture-'));
        const file = join(folder, `${state}-${theme}.png`);
        const app = [electronPath(), root, ...(noSandbox ? ['--no-sandbox'] : [])];
        const options = [
          '--lang=en-GB',
          `--theme=${theme}`,
          `--user-data-dir=${data}`,
          `--screenshot=${file}`,
        ];
        const command = [...prefix, ...app, ...args, ...options];
        const code = await runElectron(command[0], command.slice(1), env);
        rmSync(data, { recursive: true, force: true });
        if (code !== 0) return code;
        say(file);
      }
    return 0;
  });
});
