import { z } from 'zod';
import type { ProxySignIn } from '../../preload/contract/calls';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import type { Answer, Fetch } from '../api/http-attempt';
import { ProxyAsks } from '../api/problems';
import { maxKeyBytes } from './api-key';
import type { SecretStore } from './secret-store';

/** Server that asks for credentials; fields of Electron's `AuthInfo`. */
export interface Challenge {
  isProxy: boolean;
  host: string;
  port: number;
}

const loginSchema = z.strictObject({ name: z.string(), password: z.string() });
type Login = z.infer<typeof loginSchema>;

/** Result of a probe. `failed`: a network error; `late`: no result within the time limit. */
export type ProxyAuthResult = 'answered' | 'failed' | 'late';

/** Sends one request without data, and asks for credentials at each challenge. */
export type ProxyAuthProbe = (
  url: string,
  asked: (challenge: Challenge) => Promise<Login | undefined>,
) => Promise<ProxyAuthResult>;

/**
 * Result of a sign-in attempt: `asks` when a proxy wants credentials that are missing or were refused, `shut` for any
 * other failure.
 */
type SignInResult = { end: 'open' | 'shut' } | { end: 'asks' | 'refused'; proxy: string };

/** Keychain account of a proxy's credentials; the account of a studio is an origin and never begins like this. */
export const accountOf = (proxy: string): string => `proxy ${proxy}`;

/** Signs in to proxies: the only place that gives credentials to a proxy, for the API, updates and telemetry. */
export class ProxyLogin {
  /** Proxies that asked without success, with the probe that reaches each of them. */
  readonly #asking = new Map<string, { probe: ProxyAuthProbe; url: string }>();
  /** Proxies that refused the stored credentials. Repeating them could lock the account. */
  readonly #refused = new Set<string>();
  /** Probes run one at a time, so that a wrong password is sent once and not once per waiting request. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly secrets: Pick<SecretStore, 'read' | 'save' | 'clear'>) {}

  /** Answers a proxy on the way to `url` with the credentials in the keychain. */
  fromKeychain(probe: ProxyAuthProbe, url: string): Promise<SignInResult> {
    return this.#inTurn(async () => {
      const result = await this.#probe(probe, url, (proxy) => this.#saved(proxy));
      if (!('proxy' in result)) return result;
      if (result.end === 'refused') this.#refused.add(result.proxy);
      this.#asking.set(result.proxy, { probe, url });
      return result;
    });
  }

  /**
   * Proves credentials at a proxy that asked, then saves them in the keychain. Unproved credentials are never saved.
   */
  signIn(input: ProxySignIn): Promise<Outcome<null>> {
    // SECURITY: a hostile page must not choose which server receives a password.
    const askedBy = () => this.#asking.get(input.proxy);
    return this.#proveAndSave(input, askedBy);
  }

  /**
   * Like {@link signIn}, for an administrator, who gives the credentials before the proxy on the way to `url` has asked. The
   * problem is `proxy` when it asks for none.
   */
  async provision(probe: ProxyAuthProbe, url: string, input: ProxySignIn): Promise<Outcome<null>> {
    let hasAsked = false;
    const noting: ProxyAuthProbe = (to, asked) =>
      probe(to, (challenge) => {
        hasAsked ||= challenge.isProxy;
        return asked(challenge);
      });
    return this.#proveAndSave(
      input,
      () => ({ probe: noting, url }),
      () => hasAsked,
    );
  }

  #proveAndSave(
    { proxy, ...login }: ProxySignIn,
    wayTo: () => { probe: ProxyAuthProbe; url: string } | undefined,
    isProved = () => true,
  ): Promise<Outcome<null>> {
    const secret = JSON.stringify(login);
    const unusable = login.name.trim() === '' || /[\r\n\0]/.test(login.name + login.password);
    if (unusable || Buffer.byteLength(secret, 'utf8') > maxKeyBytes)
      return Promise.resolve(fail({ kind: 'invalidInput', inputFault: 'proxyLoginUnusable' }));
    return this.#inTurn(async () => {
      const way = wayTo();
      if (!way) return fail({ kind: 'invalidInput', detail: 'No such proxy asked' });
      const result = await this.#probe(way.probe, way.url, async (who) =>
        who === proxy ? login : undefined,
      );
      if ('proxy' in result) return fail({ kind: 'proxyLogin', detail: result.proxy });
      if (result.end === 'shut' || !isProved()) return fail({ kind: 'proxy', detail: proxy });
      this.#asking.delete(proxy);
      this.#refused.delete(proxy);
      const saved = await this.secrets.save(accountOf(proxy), secret);
      return saved.ok ? succeed(null) : saved;
    });
  }

  /** Removes the credentials of these proxies from the keychain. */
  async forget(proxies: readonly string[]): Promise<Outcome<null>> {
    for (const proxy of proxies) {
      const cleared = await this.secrets.clear(accountOf(proxy));
      if (!cleared.ok) return cleared;
      this.#refused.delete(proxy);
    }
    return succeed(null);
  }

  async #saved(proxy: string): Promise<Login | undefined> {
    if (this.#refused.has(proxy)) return undefined;
    const secret = await this.secrets.read(accountOf(proxy));
    if (!secret.ok || secret.value === null) return undefined;
    try {
      return loginSchema.parse(JSON.parse(secret.value));
    } catch {
      return undefined;
    }
  }

  async #probe(
    probe: ProxyAuthProbe,
    url: string,
    loginFor: (proxy: string) => Promise<Login | undefined>,
  ): Promise<SignInResult> {
    let asks: string | undefined;
    const told = new Set<string>();
    const end = await probe(url, async ({ isProxy, host, port }) => {
      // SECURITY: a server that answers 401 is not a proxy and must not receive a proxy's password.
      if (!isProxy) return undefined;
      const proxy = `${host}:${port}`;
      // A second challenge means that the proxy refused the credentials.
      const login = told.has(proxy) ? undefined : await loginFor(proxy);
      if (login) told.add(proxy);
      else asks = proxy;
      return login;
    });
    if (asks !== undefined) return { end: told.has(asks) ? 'refused' : 'asks', proxy: asks };
    // After a successful sign-in, an error comes from the server behind the proxy.
    return { end: end === 'answered' || (end === 'failed' && told.size > 0) ? 'open' : 'shut' };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

/**
 * Wraps `fetch` for a route with a proxy that may ask: signs in with the stored credentials and sends the request
 * once more.
 */
export function fetchWithLogin(fetch: Fetch, probe: ProxyAuthProbe, login: ProxyLogin): Fetch {
  return async (url, init) => {
    const first = await fetch(url, init).then(
      (response) => ({
        stopped: response.status === 407,
        end: () => response,
        drop: () => response.body?.cancel(),
      }),
      (error: unknown) => ({
        stopped: error instanceof Error && error.message.includes('net::ERR_TUNNEL_CONNECTION_FAILED'),
        end: (): Answer => {
          throw error;
        },
        drop: () => undefined,
      }),
    );
    if (!first.stopped) return first.end();
    const result = await untilAborted(login.fromKeychain(probe, new URL(url).origin), init.signal);
    if (result.end === 'shut') return first.end();
    await first.drop();
    if ('proxy' in result) throw new ProxyAsks(result.proxy);
    return fetch(url, init);
  };
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
  return Promise.race([work, aborted]);
}
