import { spawnSync } from 'node:child_process';
import { say } from './bootstrap/say.mjs';

const otherUser = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
/** Whether Chromium can sandbox its renderers here. */
const shutIn = ['unshare', '--user', '--map-root-user', '--', 'true'];

function works([command, ...args]) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Prefix of commands that start Electron. Chromium refuses to sandbox root, so on Linux root becomes another user in
 * a user namespace that still owns the files. Where the system forbids such namespaces, the sandbox is disabled with
 * a message.
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
