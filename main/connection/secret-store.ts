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

/** Loads keytar at its first use, so that Ringside can show an error when keytar does not load. */
export async function loadKeytar(): Promise<Keychain> {
  const keytar = await import('keytar');
  return keytar.default ?? keytar;
}

/** The OS keychain: Credential Manager, Keychain, or the Secret Service. Keys are stored nowhere else. */
export class SecretStore {
  #keychain: Promise<Keychain> | undefined;
  readonly #reads = new Map<string, Promise<Outcome<string | null>>>();

  constructor(
    private readonly load: () => Promise<Keychain> = loadKeytar,
    private readonly gone = nullMeansGone[process.platform] ?? false,
    private readonly timeoutMs = limitMs,
  ) {}

  /**
   * Returns the key of an origin, or null when the keychain has none; a locked keychain is a problem.
   *
   * SECURITY: a key stays in memory for half a second after it was read.
   */
  read(origin: string): Promise<Outcome<string | null>> {
    const known = this.#reads.get(origin);
    if (known) return this.#within(known);
    const read = this.#attempt(async (keychain) => {
      const key = await keychain.getPassword(service, origin);
      if (key === null && !this.gone) await proveUnlocked(keychain);
      return key;
    });
    // A read that hangs stays in the list, so that no second read starts after it.
    this.#reads.set(origin, read);
    void read.then((outcome) => {
      if (outcome.ok && outcome.value !== null) setTimeout(() => this.#forget(origin, read), heldMs).unref();
      else this.#forget(origin, read);
    });
    return this.#within(read);
  }

  #forget(origin: string, read = this.#reads.get(origin)): void {
    if (this.#reads.get(origin) === read) this.#reads.delete(origin);
  }

  save(origin: string, key: string): Promise<Outcome<void>> {
    this.#forget(origin);
    return this.#within(this.#attempt((keychain) => keychain.setPassword(service, origin, key)));
  }

  clear(origin: string): Promise<Outcome<boolean>> {
    this.#forget(origin);
    return this.#within(this.#attempt((keychain) => keychain.deletePassword(service, origin)));
  }

  async #attempt<T>(work: (keychain: Keychain) => Promise<T>): Promise<Outcome<T>> {
    try {
      this.#keychain ??= this.load();
      return succeed(await work(await this.#keychain));
    } catch (error) {
      return fail(problemOf(error));
    }
  }

  async #within<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Outcome<T>>((resolve) => {
      timer = setTimeout(() => resolve(fail({ kind: 'keychainTimeout' })), this.timeoutMs);
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
