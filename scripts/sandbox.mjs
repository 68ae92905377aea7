import { spawnSync } from 'node:child_process';
import { say } from './bootstrap/say.mjs';

const otherUser = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
/** What Chromium does to shut its renderers in. */
const shutIn = ['unshare', '--user', '--map-root-user', '--', 'true'];

function works([command, ...args]) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * How a command that starts Electron is to be started here. Chromium refuses its sandbox to root, so on Linux root
 * becomes another user in a user namespace, to whom files still belong; where a system forbids such namespaces, the
 * sandbox goes and it is said.
 *
 * @returns {{ prefix: string[], noSandbox: boolean }}
 */
export function sandboxFor() {
  if (process.platform !== 'linux') return { prefix: [], noSandbox: false };
  const prefix = process.getuid() === 0 ? otherUser : [];
  if (works([...prefix, ...shutIn])) return { prefix, noSandbox: false };
  say('This system forbids user namespaces: Electron starts with --no-sandbox, without its own sandbox');
  return { prefix: [], noSandbox: true };
}
