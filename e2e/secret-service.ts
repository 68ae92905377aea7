import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeFolder } from './remove-folder';
import { firstLine, type Spawned, start } from './spawned-process';

const run = promisify(execFile);

/** A real Secret Service for tests: gnome-keyring on a private D-Bus. */
export interface SecretService {
  /** Environment variables for a process that uses it. */
  env: Record<string, string>;
  /** Secret of an account of Ringside, or undefined. Another program than Ringside reads it. */
  lookup: (account: string) => Promise<string | undefined>;
  /** Saves a secret, as if Ringside had been connected before. */
  store: (account: string, secret: string) => Promise<void>;
  /** Every entry of Ringside. */
  entries: () => Promise<string[]>;
  /** Removes every entry of Ringside. */
  forget: () => Promise<void>;
  end: () => Promise<void>;
}

/** Functions that only a private keyring supports. */
export interface LinuxSecretService extends SecretService {
  /** Removes the key without Ringside. */
  clear: (account: string) => Promise<void>;
  /** Locks the keyring, as after a login without a password. */
  lock: () => Promise<void>;
  /** Ends the keyring and starts it again unlocked, as after a crash. Sessions of its clients end with it. */
  restart: () => Promise<void>;
  /** Suspends the keyring; calls to it hang. */
  freeze: () => Promise<void>;
  thaw: () => void;
  /** Number of calls to the keyring since {@link freeze}. */
  asked: () => number;
}

/** Without the service files of the system, so that nothing starts a keyring automatically. */
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** A D-Bus without services. */
export async function startBus(home: string): Promise<{ address: string; end: () => Promise<void> }> {
  const config = join(home, 'bus.conf');
  await writeFile(config, busConfig);
  const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'];
  const bus = start('dbus-daemon', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return { address: await firstLine(bus), end: bus.end };
}

export async function startSecretService(): Promise<LinuxSecretService> {
  // A short path, because a socket path is limited to 108 bytes.
  const home = await mkdtemp(join(tmpdir(), 'rs-'));
  const bus = await startBus(home);
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address, XDG_RUNTIME_DIR: home };
  const all = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, ...env };
  const tool = (name: string, args: string[]) => run(name, args, { env: all });

  async function startKeyring(...switches: string[]): Promise<Spawned> {
    const args = ['--foreground', ...switches, '--components=secrets'];
    const started = start('gnome-keyring-daemon', args, { env: all, stdio: ['pipe', 'ignore', 'ignore'] });
    // An empty password and a newline, which the daemon waits for.
    started.child.stdin?.end('\n');
    await tool('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.secrets']);
    return started;
  }

  let keyring = await startKeyring('--unlock');
  let monitor: Spawned | undefined;
  let heard = '';

  /** Starts to record the calls to the keyring. */
  function listen(): Promise<void> {
    const rule = "type='method_call',destination='org.freedesktop.secrets'";
    const started = start('dbus-monitor', ['--session', rule], {
      env: all,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    monitor = started;
    return new Promise((resolve) =>
      started.child.stdout?.on('data', (data) => {
        heard += data;
        // The bus takes the name away when the connection has become a monitor.
        if (heard.includes('member=NameLost')) resolve();
      }),
    );
  }

  async function restart(...switches: string[]): Promise<void> {
    await keyring.end();
    keyring = await startKeyring(...switches);
  }

  return {
    env,
    async lookup(account) {
      try {
        return (await tool('secret-tool', ['lookup', 'service', 'Ringside', 'account', account])).stdout;
      } catch {
        return undefined;
      }
    },
    async store(account, secret) {
      // With keytar's schema; libsecret does not find items of another schema.
      const schema = ['xdg:schema', 'org.freedesktop.Secret.Generic'];
      const args = ['store', '--label', 'Ringside', ...schema, 'service', 'Ringside', 'account', account];
      const stored = tool('secret-tool', args);
      stored.child.stdin?.end(secret);
      await stored;
    },
    async entries() {
      // The attributes go to standard error; without an entry there is none.
      const found = tool('secret-tool', ['search', '--all', 'service', 'Ringside']);
      const { stdout, stderr } = await found.catch(() => ({ stdout: '', stderr: '' }));
      return `${stdout}\n${stderr}`.match(/^(secret|attribute\.account) = .*$/gm)?.sort() ?? [];
    },
    async forget() {
      // Without an entry it ends with an error.
      await tool('secret-tool', ['clear', 'service', 'Ringside']).catch(() => undefined);
    },
    async clear(account) {
      await tool('secret-tool', ['clear', 'service', 'Ringside', 'account', account]);
    },
    lock: () => restart(),
    restart: () => restart('--unlock'),
    async freeze() {
      if (!monitor) await listen();
      keyring.child.kill('SIGSTOP');
      heard = '';
    },
    thaw: () => keyring.child.kill('SIGCONT'),
    asked: () => heard.split('method call').length - 1,
    async end() {
      keyring.child.kill('SIGCONT');
      for (const each of [monitor, keyring, bus]) await each?.end();
      await removeFolder(home);
    },
  };
}
