import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { nullMeansGone } from './platform-keychain';

/** The three functions of keytar that Ringside uses; tests pass their own. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

const service = 'Ringside';

/** Written and removed again to learn whether a keyring is locked. It is no key, and no address is called so. */
const probe = 'lock-probe';

/** A keychain that shows a dialog behind our window, or a dead D-Bus peer, must not hang a lookup. */
const limitMs = 10_000;

/** What belongs to one lookup follows within this time: a keychain takes as long to answer as an API that is near. */
const heldMs = 500;

/** Loads keytar on first use: a desktop whose keytar does not load still gets a window that says so. */
export async function loadKeytar(): Promise<Keychain> {
  const keytar = await import('keytar');
  return keytar.default ?? keytar;
}

/** The OS keychain: Credential Manager, Keychain, or the Secret Service. There is no other place for the key. */
export class SecretStore {
  #keychain: Promise<Keychain> | undefined;
  readonly #reads = new Map<string, Promise<Outcome<string | null>>>();

  constructor(
    private readonly load: () => Promise<Keychain> = loadKeytar,
    private readonly gone = nullMeansGone[process.platform] ?? false,
    private readonly timeoutMs = limitMs,
  ) {}

  /**
   * The key of an origin, or null when the keychain surely has none; a locked one is a problem.
   *
   * SECURITY: a key that was read serves what follows within half a second, and is then forgotten.
   */
  read(origin: string): Promise<Outcome<string | null>> {
    const known = this.#reads.get(origin);
    if (known) return this.#within(known);
    const read = this.#attempt(async (keychain) => {
      const key = await keychain.getPassword(service, origin);
      if (key === null && !this.gone) await proveUnlocked(keychain);
      return key;
    });
    // A read that hangs stays listed, so that nobody sends a second one after it.
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

/** Rejects with the keychain's own words when it is locked, since only a write tells. */
async function proveUnlocked(keychain: Keychain): Promise<void> {
  await keychain.setPassword(service, probe, probe);
  await keychain.deletePassword(service, probe);
}

// SECURITY: a keychain's own message may quote what it was given; only our word for it goes on.
function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: /locked/i.test(message) ? 'keychainLocked' : 'keychainUnavailable' };
}
