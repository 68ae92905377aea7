import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { firstLine, start } from './spawned';

const run = promisify(execFile);

/** A real Secret Service of a test's own: a private D-Bus with gnome-keyring on it. */
export interface SecretService {
  /** What a process needs to find it. */
  env: Record<string, string>;
  /** The secret kept for an account of Ringside, or undefined; read with another program than Ringside. */
  lookup: (account: string) => Promise<string | undefined>;
  /** Keeps a secret as if Ringside had been connected before. */
  store: (account: string, secret: string) => Promise<void>;
  end: () => Promise<void>;
}

export async function startSecretService(): Promise<SecretService> {
  // Short, since a socket's path may hold no more than 108 bytes.
  const home = await mkdtemp(join(tmpdir(), 'rs-'));
  const base = {
    ...process.env,
    HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_RUNTIME_DIR: home,
  };
  const bus = start(
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'],
    {
      env: base,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const env = { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus), XDG_RUNTIME_DIR: home };
  const keyring = start('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...base, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // An empty password, closed by the newline: without it the daemon waits for more.
  keyring.child.stdin?.end('\n');
  await run('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.secrets'], {
    env: { ...base, ...env },
  });

  return {
    env,
    async lookup(account) {
      const search = ['lookup', 'service', 'Ringside', 'account', account];
      try {
        return (await run('secret-tool', search, { env: { ...base, ...env } })).stdout;
      } catch {
        return undefined;
      }
    },
    async store(account, secret) {
      const args = ['store', '--label', 'Ringside', 'service', 'Ringside', 'account', account];
      const stored = run('secret-tool', args, { env: { ...base, ...env } });
      stored.child.stdin?.end(secret);
      await stored;
    },
    async end() {
      await keyring.end();
      await bus.end();
      await rm(home, { recursive: true, force: true });
    },
  };
}
