import type { ConnectInput, Connection, ConnectionMode } from '../../preload/contract/calls';
import { fail, type InputFault, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import type { Credentials } from '../api/http';
import { parseAddress } from './address';
import { parseKey } from './api-key';
import type { SecretStore } from './secret-store';
import type { SettingsFile, SettingsRead } from './settings';

/** Proves a key against an address; see {@link proveKey}. */
export type Prove = (credentials: Credentials) => Promise<Outcome<null>>;

/** Starts the demo server and returns its origin and key; called once at most. */
export type StartDemo = () => Promise<{ origin: string; key: string }>;

/** Asks the user whether to connect to another address than the saved one. */
export type ConfirmAddressChange = (from: string, to: string) => Promise<boolean>;

/** The connected studio: its address, its key in the keychain, and the demo data in its place. */
export class ConnectionService {
  #mode: ConnectionMode = 'none';
  #address: string | undefined;
  #provisioned = false;
  /** Settings from before a policy set another address; their key is removed when the next one is saved. */
  #former: string | undefined;
  /** Why the settings could not be used; cleared when new ones are saved. */
  #warning: Problem | undefined;
  #demo: Promise<{ origin: string; key: string }> | undefined;

  constructor(
    private readonly settings: SettingsFile,
    private readonly secrets: SecretStore,
    private readonly prove: Prove,
    private readonly startDemo: StartDemo,
    private readonly confirmAddressChange: ConfirmAddressChange,
    /** The origin that a policy sets; no other one is allowed then. */
    private readonly policyAddress?: string,
  ) {}

  /**
   * Connects as the saved settings say. The keychain is not read before the first lookup, because it may be locked or
   * slow.
   */
  async start({ settings, problem }: SettingsRead, demo: boolean): Promise<void> {
    const { address, provisioned = false } = settings;
    this.#warning = problem;
    const parsed = parseAddress(address ?? '');
    const savedAddress = 'origin' in parsed ? parsed.origin : undefined;
    this.#address = this.policyAddress ?? savedAddress;
    this.#provisioned = provisioned && this.#address !== undefined && this.#address === savedAddress;
    if (savedAddress !== this.#address) this.#former = savedAddress;
    if (demo) await this.exploreDemo();
    else this.#mode = this.#provisioned ? 'live' : 'none';
  }

  status(): Connection {
    return {
      mode: this.#mode,
      ...(this.#address && { address: this.#address }),
      ...(this.policyAddress && { addressLocked: true as const }),
      ...(this.#warning && { warning: this.#warning }),
    };
  }

  /**
   * Proves the key, then saves it in the keychain and the address in the settings. An unproved key is never saved.
   */
  async connect(input: ConnectInput): Promise<Outcome<Connection>> {
    const address = parseAddress(input.address);
    if ('fault' in address) return invalid(address.fault);
    const key = parseKey(input.key);
    if ('fault' in key) return invalid(key.fault);
    if (this.policyAddress !== undefined && address.origin !== this.policyAddress)
      return invalid('addressSetByPolicy');
    const before = this.#address;
    const moves = before !== undefined && before !== address.origin;
    // SECURITY: a hostile page could otherwise send its data to any host and replace the saved key. The question
    // comes after "Forget key" too, because a page can press that first.
    if (moves && !(await this.confirmAddressChange(before, address.origin)))
      return fail({ kind: 'cancelled' });
    const proved = await this.prove({ origin: address.origin, key: key.key });
    if (!proved.ok) return proved;
    const saved = await this.secrets.save(address.origin, key.key);
    if (!saved.ok) return saved;
    const written = await this.#write(address.origin, true);
    // A key that no settings refer to must not stay in the keychain.
    if (!written.ok && before !== address.origin) await this.secrets.clear(address.origin);
    if (!written.ok) return written;
    for (const left of [before, this.#former])
      if (left && left !== address.origin) await this.secrets.clear(left);
    this.#former = undefined;
    this.#mode = 'live';
    return succeed(this.status());
  }

  resume(): Outcome<Connection> {
    if (!this.#provisioned) return fail({ kind: 'notConnected' });
    this.#mode = 'live';
    return succeed(this.status());
  }

  async exploreDemo(): Promise<Outcome<Connection>> {
    this.#demo ??= this.startDemo();
    try {
      await this.#demo;
    } catch {
      this.#demo = undefined;
      return fail({ kind: 'internal', detail: 'demo server' });
    }
    this.#mode = 'demo';
    return succeed(this.status());
  }

  /** Removes the key from the keychain and keeps the address for the next key. */
  async forget(): Promise<Outcome<Connection>> {
    if (this.#address) {
      const cleared = await this.secrets.clear(this.#address);
      if (!cleared.ok) return cleared;
      // The key is gone even if the settings cannot be written, so the connection must not go on as if it were there.
      this.#provisioned = false;
      if (this.#mode === 'live') this.#mode = 'none';
      const written = await this.#write(this.#address, false);
      if (!written.ok) return written;
    }
    return succeed(this.status());
  }

  /** Address and key for one request; the key is read from the keychain for each lookup. */
  async credentials(): Promise<Outcome<Credentials>> {
    if (this.#mode === 'demo' && this.#demo) return succeed(await this.#demo);
    if (this.#mode !== 'live' || !this.#address) return fail({ kind: 'notConnected' });
    const origin = this.#address;
    const key = await this.secrets.read(origin);
    if (!key.ok) return key;
    return key.value === null ? fail({ kind: 'keyMissing' }) : succeed({ origin, key: key.value });
  }

  async #write(address: string, provisioned: boolean): Promise<Outcome<void>> {
    const written = await this.settings.write({ address, provisioned });
    if (written.ok) {
      this.#warning = undefined;
      this.#address = address;
      this.#provisioned = provisioned;
    }
    return written;
  }
}

function invalid(inputFault: InputFault): Outcome<Connection> {
  return fail({ kind: 'invalidInput', inputFault });
}
