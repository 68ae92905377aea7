import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectInput } from '../../preload/contract/calls';
import { type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { StudioInformation } from '../api/studio-information';
import { ConnectionService } from './connection';
import { type Keychain, SecretStore } from './secret-store';
import { SettingsFile } from './settings';
import { StudioList } from './studio-list';

/** A keychain in memory. When locked, it behaves like the Secret Service: reads return null, writes fail. */
export class MemoryKeychain implements Keychain {
  readonly secrets = new Map<string, string>();
  locked = false;
  reads = 0;
  /** Calls until the process is interrupted; undefined never interrupts it. */
  callsLeft: number | undefined;

  async getPassword(_service: string, account: string) {
    this.#count();
    this.reads += 1;
    return this.locked ? null : (this.secrets.get(account) ?? null);
  }
  async setPassword(_service: string, account: string, secret: string) {
    this.#count();
    if (this.locked) throw new Error('Cannot create an item in a locked collection');
    this.secrets.set(account, secret);
  }
  async deletePassword(_service: string, account: string) {
    this.#count();
    return this.secrets.delete(account);
  }

  #count(): void {
    if (this.callsLeft === undefined) return;
    if (this.callsLeft === 0) throw new Error('interrupted');
    this.callsLeft -= 1;
  }
}
export const chain = 'https://studio.example';
export const munich: StudioInformation = { id: '1210093500', name: 'Fit Example Munich' };
export const ref = `${chain}#1210093500`;

/** A desktop for tests of the connection: a settings file, a keychain, and an API that answers as a test says. */
export class TestDesktop {
  readonly keychain = new MemoryKeychain();
  /** Addresses for which consent was asked. */
  readonly asked: string[] = [];
  /** What the quota counted the proofs of keys for. */
  readonly counted: (string | undefined)[] = [];
  proof: (address: string, key: string) => Outcome<null> = () => succeed(null);
  /** Which studio a key belongs to. */
  information: (address: string, key: string) => Outcome<StudioInformation> = () => succeed(munich);
  /** Whether the user consents to another address. */
  consent = true;

  private constructor(private readonly folder: string) {}

  static async create(): Promise<TestDesktop> {
    return new TestDesktop(await mkdtemp(join(tmpdir(), 'ringside-')));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  get settingsPath(): string {
    return join(this.folder, 'settings.json');
  }

  async savedSettings() {
    return JSON.parse(await readFile(this.settingsPath, 'utf8'));
  }

  /** Starts a service, as Ringside does. @param allowed addresses that a policy allows */
  async started(demo = false, allowed?: string[]): Promise<ConnectionService> {
    const settings = new SettingsFile(this.settingsPath);
    const secrets = new SecretStore({ load: async () => this.keychain, nullMeansGone: false });
    const demoStudio = { ref: 'http://127.0.0.1:1#5', address: 'http://127.0.0.1:1', id: '5', name: 'Demo' };
    const service = new ConnectionService(
      new StudioList(settings, secrets, allowed),
      {
        prove: async ({ address, key = '', countedFor }) => {
          this.counted.push(countedFor);
          return this.proof(address, key);
        },
        information: async ({ address, key = '' }) => this.information(address, key),
      },
      async () => [{ ...demoStudio, key: 'demo' }],
      async (_, address) => {
        this.asked.push(address);
        return this.consent;
      },
      allowed,
    );
    await service.start(await settings.read(), demo);
    return service;
  }

  /** Starts a service with one studio, whose key is `old`. */
  async connected(input: Partial<ConnectInput> = {}): Promise<ConnectionService> {
    const service = await this.started();
    await service.connect({ address: chain, key: 'old', ...input });
    return service;
  }
}

export const names = (service: ConnectionService) => service.studios().map(({ name }) => name);

export const problemOf = (outcome: Outcome<unknown>): Problem | undefined =>
  outcome.ok ? undefined : outcome.problem;
