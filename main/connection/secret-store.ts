import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { nullMeansGone } from './platform-keychain';

/** The functions of keytar that Ringside uses; tests pass their own. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

const service = 'Ringside';

/**
 * Account that is written and deleted to find out whether a keyring is locked. It holds no key, and no address has
 * this name.
 */
const probe = 'lock-probe';

/**
 * Time limit of a keychain call, in milliseconds. A hidden dialog of the keychain or a dead D-Bus peer must not block
 * a lookup.
 */
const limitMs = 10_000;

/**
 * How long a key that was read is reused, in milliseconds. The requests of one lookup follow within this time, and
 * reading the keychain takes as long as a request.
 */
const heldMs = 500;

/** Minimum time between two new processes, in milliseconds. */
const renewPauseMs = 5_000;

/** Loads keytar at its first use, so that Ringside can show an error when keytar does not load. */
export async function loadKeytar(): Promise<Keychain> {
  const keytar = await import('keytar');
  return keytar.default ?? keytar;
}

/** A keychain that runs in a process of its own, which can be ended when it hangs. */
export interface KeychainProcess extends Keychain {
  end(): void;
}

/** What a {@link SecretStore} depends on; tests pass their own. */
export interface SecretStoreOptions {
  load: () => Promise<Keychain>;
  /** Starts a keychain in a new process. */
  loadInProcess: (() => Promise<KeychainProcess>) | undefined;
  /** Whether null from the keychain means that there is no key. */
  nullMeansGone: boolean;
  timeoutMs: number;
  now: () => number;
}

const defaults: SecretStoreOptions = {
  load: loadKeytar,
  loadInProcess: undefined,
  nullMeansGone: nullMeansGone[process.platform] ?? false,
  timeoutMs: limitMs,
  now: Date.now,
};

/**
 * The OS keychain: Credential Manager, Keychain, or the Secret Service. Keys are stored nowhere else. A keychain that
 * hung, or that cannot be reached because its service was restarted, is asked again in a new process: a library that
 * waits forever, or that has lost its service, does not recover in this one.
 */
export class SecretStore {
  readonly #options: SecretStoreOptions;
  #keychain: Promise<Keychain> | undefined;
  #process: Promise<KeychainProcess> | undefined;
  #renewedAt = Number.NEGATIVE_INFINITY;
  #hung = false;
  #unlocked: Promise<void> | undefined;
  readonly #reads = new Map<string, Promise<Outcome<string | null>>>();

  constructor(options: Partial<SecretStoreOptions> = {}) {
    this.#options = { ...defaults, ...options };
  }

  /**
   * Returns the secret of an account, or null when the keychain has none; a locked keychain is a problem.
   *
   * SECURITY: a key stays in memory for half a second after it was read.
   */
  read(account: string): Promise<Outcome<string | null>> {
    if (this.#hung) this.#renew();
    const known = this.#reads.get(account);
    if (known) return this.#within(known);
    const read = this.#attempt(async (keychain) => {
      const key = await keychain.getPassword(service, account);
      if (key === null && !this.#options.nullMeansGone) await this.#proveUnlocked(keychain);
      return key;
    });
    // A read that hangs stays in the list, so that no second read of the same keychain starts after it.
    this.#reads.set(account, read);
    void read.then((outcome) => {
      if (outcome.ok && outcome.value !== null) setTimeout(() => this.#forget(account, read), heldMs).unref();
      else this.#forget(account, read);
    });
    return this.#within(read);
  }

  /** Two probes at a time would write and delete the same account, and both could fail. */
  #proveUnlocked(keychain: Keychain): Promise<void> {
    this.#unlocked ??= proveUnlocked(keychain).finally(() => {
      this.#unlocked = undefined;
    });
    return this.#unlocked;
  }

  #forget(account: string, read = this.#reads.get(account)): void {
    if (this.#reads.get(account) === read) this.#reads.delete(account);
  }

  save(account: string, key: string): Promise<Outcome<void>> {
    this.#forget(account);
    return this.#within(this.#attempt((keychain) => keychain.setPassword(service, account, key)));
  }

  clear(account: string): Promise<Outcome<boolean>> {
    this.#forget(account);
    return this.#within(this.#attempt((keychain) => keychain.deletePassword(service, account)));
  }

  async #attempt<T>(work: (keychain: Keychain) => Promise<T>): Promise<Outcome<T>> {
    if (this.#hung) this.#renew();
    const first = await this.#ask(work);
    const isGone = !first.ok && first.problem.kind === 'keychainUnavailable';
    return isGone && this.#renew() ? this.#ask(work) : first;
  }

  async #ask<T>(work: (keychain: Keychain) => Promise<T>): Promise<Outcome<T>> {
    try {
      this.#keychain ??= this.#options.load();
      return succeed(await work(await this.#keychain));
    } catch (error) {
      return fail(problemOf(error));
    }
  }

  /** Replaces the keychain with one in a new process. @returns whether there is a new one to ask */
  #renew(): boolean {
    const { loadInProcess, now } = this.#options;
    if (!loadInProcess) return false;
    // Many keys are read at a time: they share the new process.
    if (now() - this.#renewedAt < renewPauseMs) return this.#process !== undefined;
    this.#renewedAt = now();
    this.#hung = false;
    this.#reads.clear();
    this.#unlocked = undefined;
    const before = this.#process;
    void before?.then((keychain) => keychain.end()).catch(() => undefined);
    this.#process = loadInProcess();
    this.#keychain = this.#process;
    return true;
  }

  async #within<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Outcome<T>>((resolve) => {
      timer = setTimeout(() => {
        this.#hung = true;
        resolve(fail({ kind: 'keychainTimeout' }));
      }, this.#options.timeoutMs);
    });
    const outcome = await Promise.race([work, late]);
    clearTimeout(timer);
    return outcome;
  }
}

/** Rejects with the keychain's message when the keychain is locked; only a write can tell. */
async function proveUnlocked(keychain: Keychain): Promise<void> {
  await keychain.setPassword(service, probe, probe);
  await keychain.deletePassword(service, probe);
}

// SECURITY: a keychain's message may quote its input, so Ringside's own words replace it.
function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: /locked/i.test(message) ? 'keychainLocked' : 'keychainUnavailable' };
}
