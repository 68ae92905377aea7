import { describe, expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import type { Fetch } from '../api/http-attempt';
import {
  type Challenge,
  fetchWithLogin,
  type ProxyAuthProbe,
  type ProxyAuthResult,
  ProxyLogin,
} from './proxy-login';

const proxy = 'proxy.example:8080';
const url = 'https://studio.example';
const right = { name: 'anna', password: 'right' };

/** A fake keychain. */
function keychain(kept: Record<string, object> = {}) {
  const secrets = new Map(Object.entries(kept).map(([who, login]) => [who, JSON.stringify(login)]));
  return {
    secrets,
    read: async (account: string): Promise<Outcome<string | null>> => succeed(secrets.get(account) ?? null),
    save: async (account: string, secret: string) => succeed(void secrets.set(account, secret)),
    clear: async (account: string) => succeed(secrets.delete(account)),
  };
}

/** A fake proxy that accepts only `right`, asks a second time as Chromium does, and then returns the 407. */
function door(change: Partial<Challenge> = {}, end: ProxyAuthResult = 'answered') {
  const challenge = { isProxy: true, host: 'proxy.example', port: 8080, ...change };
  const told: unknown[] = [];
  let probes = 0;
  const probe: ProxyAuthProbe = async (_url, asked) => {
    probes += 1;
    for (;;) {
      const login = await asked(challenge);
      if (!login) return 'answered';
      told.push(login);
      if (login.password === right.password) return end;
    }
  };
  return { challenge, probe, told, probes: () => probes };
}

describe('a proxy that asks for credentials', () => {
  it('receives those in the keychain', async () => {
    const { probe, told } = door();
    const login = new ProxyLogin(keychain({ [`proxy ${proxy}`]: right }));
    expect(await login.fromKeychain(probe, url)).toEqual({ end: 'open' });
    expect(told).toEqual([right]);
  });

  it.each([
    ['a server', { isProxy: false }],
    ['another host', { host: 'evil.example' }],
    ['another port', { port: 8081 }],
  ])('hears nothing when it is %s', async (_who, change) => {
    const { probe, told } = door(change);
    await new ProxyLogin(keychain({ [`proxy ${proxy}`]: right })).fromKeychain(probe, url);
    expect(told).toEqual([]);
  });

  it('receives refused credentials once, whatever the number of requests', async () => {
    const { probe, told } = door();
    const wrong = { name: 'anna', password: 'wrong' };
    const login = new ProxyLogin(keychain({ [`proxy ${proxy}`]: wrong }));
    const ends = await Promise.all([1, 2, 3].map(() => login.fromKeychain(probe, url)));
    expect(ends.map(({ end }) => end)).toEqual(['refused', 'asks', 'asks']);
    expect(told).toEqual([wrong]);
  });

  it('is asked again after a successful sign-in, with the credentials saved then', async () => {
    const { probe, told } = door();
    const kept = keychain({ [`proxy ${proxy}`]: { name: 'anna', password: 'wrong' } });
    const login = new ProxyLogin(kept);
    await login.fromKeychain(probe, url);
    expect(await login.signIn({ proxy, ...right })).toEqual(succeed(null));
    expect(await login.fromKeychain(probe, url)).toEqual({ end: 'open' });
    expect(told.slice(1)).toEqual([right, right]);
  });
});

describe('a sign-in', () => {
  it('is not saved when the proxy refuses it', async () => {
    const { probe, told } = door();
    const kept = keychain();
    const login = new ProxyLogin(kept);
    await login.fromKeychain(probe, url);
    const outcome = await login.signIn({ proxy, name: 'anna', password: 'wrong' });
    expect(outcome).toEqual(fail({ kind: 'proxyLogin', detail: proxy }));
    expect(told).toHaveLength(1);
    expect(kept.secrets.size).toBe(0);
  });

  it('is not sent to a proxy that has not asked', async () => {
    const { probe, told } = door();
    const login = new ProxyLogin(keychain());
    await login.fromKeychain(probe, url);
    expect((await login.signIn({ proxy: 'evil.example:80', ...right })).ok).toBe(false);
    expect(told).toEqual([]);
  });

  it('is not sent to another proxy than the one that asked', async () => {
    const { challenge, probe, told } = door();
    const login = new ProxyLogin(keychain());
    await login.fromKeychain(probe, url);
    challenge.host = 'evil.example';
    expect((await login.signIn({ proxy, ...right })).ok).toBe(false);
    expect(told).toEqual([]);
  });

  it('is saved when the server behind the proxy fails, and not when the result is unknown', async () => {
    for (const [end, kept] of [
      ['failed', 1],
      ['late', 0],
    ] as const) {
      const { probe } = door({}, end);
      const secrets = keychain();
      const login = new ProxyLogin(secrets);
      await login.fromKeychain(probe, url);
      expect((await login.signIn({ proxy, ...right })).ok).toBe(kept === 1);
      expect(secrets.secrets.size).toBe(kept);
    }
  });

  it.each([
    ['without a name', { name: ' ', password: 'x' }],
    ['with a line break', { name: 'anna', password: 'x\r\nHost: evil.example' }],
    ['that no keychain holds', { name: 'anna', password: 'ü'.repeat(1_300) }],
  ])('%s is sent to nobody', async (_what, typed) => {
    const { probe, probes } = door();
    const login = new ProxyLogin(keychain());
    await login.fromKeychain(probe, url);
    const outcome = await login.signIn({ proxy, ...typed });
    expect(outcome).toEqual(fail({ kind: 'invalidInput', inputFault: 'proxyLoginUnusable' }));
    expect(probes()).toBe(1);
  });

  it('reports when the keychain does not save it', async () => {
    const { probe } = door();
    const locked = async () => fail({ kind: 'keychainLocked' });
    const login = new ProxyLogin({ ...keychain(), save: locked });
    await login.fromKeychain(probe, url);
    expect(await login.signIn({ proxy, ...right })).toEqual(fail({ kind: 'keychainLocked' }));
  });

  it('is removed with its proxy', async () => {
    const kept = keychain({ [`proxy ${proxy}`]: right, [url]: right });
    await new ProxyLogin(kept).forget([proxy]);
    expect([...kept.secrets.keys()]).toEqual([url]);
  });
});

describe('credentials from an administrator', () => {
  it('are sent to a proxy that has not asked before, and replace those in the keychain', async () => {
    const { probe, told } = door();
    const kept = keychain({ [`proxy ${proxy}`]: { name: 'anna', password: 'old' } });
    expect(await new ProxyLogin(kept).provision(probe, url, { proxy, ...right })).toEqual(succeed(null));
    expect(told).toEqual([right]);
    expect(JSON.parse(kept.secrets.get(`proxy ${proxy}`) ?? '')).toEqual(right);
  });

  it.each([
    ['the proxy refuses them', door(), { password: 'wrong' }, 'proxyLogin'],
    ['another proxy asks', door({ host: 'evil.example' }), {}, 'proxyLogin'],
    ['a server asks', door({ isProxy: false }), {}, 'proxy'],
    ['the proxy does not answer', door({}, 'late'), {}, 'proxy'],
  ])('are not saved when %s', async (_what, { probe }, change, kind) => {
    const kept = keychain();
    const outcome = await new ProxyLogin(kept).provision(probe, url, { proxy, ...right, ...change });
    expect(outcome).toMatchObject({ ok: false, problem: { kind } });
    expect(kept.secrets.size).toBe(0);
  });

  it('are not saved when the proxy asks for none', async () => {
    const kept = keychain();
    const open: ProxyAuthProbe = async () => 'answered';
    const outcome = await new ProxyLogin(kept).provision(open, url, { proxy, ...right });
    expect(outcome).toEqual(fail({ kind: 'proxy', detail: proxy }));
    expect(kept.secrets.size).toBe(0);
  });
});

describe('a request', () => {
  const init = { redirect: 'error', cache: 'no-store', credentials: 'omit' } as const;
  const stopped = new Error('net::ERR_TUNNEL_CONNECTION_FAILED');

  /** A fetch with these results, one after the other. */
  function fetchOf(...ends: (number | Error)[]) {
    let count = 0;
    const fetch: Fetch = async () => {
      const end = ends[count++];
      if (typeof end === 'number') return new Response(null, { status: end });
      throw end;
    };
    return { fetch, count: () => count };
  }

  it.each([
    ['by a tunnel', stopped],
    ['in the open', 407],
  ])('is sent again, once, %s', async (_way, end) => {
    const { fetch, count } = fetchOf(end, 200);
    const login = new ProxyLogin(keychain({ [`proxy ${proxy}`]: right }));
    expect((await fetchWithLogin(fetch, door().probe, login)(url, init)).status).toBe(200);
    expect(count()).toBe(2);
  });

  it('does not leave the refusal of the proxy open', async () => {
    const cancelled: number[] = [];
    const fetch: Fetch = async () => {
      const body = new ReadableStream<Uint8Array>({ cancel: () => void cancelled.push(1) });
      return new Response(body, { status: cancelled.length === 0 ? 407 : 200 });
    };
    const login = new ProxyLogin(keychain({ [`proxy ${proxy}`]: right }));
    expect((await fetchWithLogin(fetch, door().probe, login)(url, init)).status).toBe(200);
    expect(cancelled).toHaveLength(1);
  });

  it('names the proxy without credentials', async () => {
    const { fetch, count } = fetchOf(stopped);
    const sent = fetchWithLogin(fetch, door().probe, new ProxyLogin(keychain()))(url, init);
    await expect(sent).rejects.toMatchObject({ proxy });
    expect(count()).toBe(1);
  });

  it('keeps its own result where no proxy asks', async () => {
    const { fetch } = fetchOf(stopped);
    const shut: ProxyAuthProbe = async () => 'failed';
    const sent = fetchWithLogin(fetch, shut, new ProxyLogin(keychain()))(url, init);
    await expect(sent).rejects.toBe(stopped);
  });

  it('causes no probe after any other result', async () => {
    const { probe, probes } = door();
    const gone = new Error('net::ERR_PROXY_CONNECTION_FAILED');
    const { fetch } = fetchOf(401, gone);
    const sent = fetchWithLogin(fetch, probe, new ProxyLogin(keychain()));
    expect((await sent(url, init)).status).toBe(401);
    await expect(sent(url, init)).rejects.toBe(gone);
    expect(probes()).toBe(0);
  });

  it('ends when it is cancelled, whatever the proxy does', async () => {
    const hangs: ProxyAuthProbe = () => new Promise(() => undefined);
    const given = new AbortController();
    const sent = fetchWithLogin(
      fetchOf(stopped).fetch,
      hangs,
      new ProxyLogin(keychain()),
    )(url, {
      ...init,
      signal: given.signal,
    });
    given.abort(new Error('given up'));
    await expect(sent).rejects.toThrow('given up');
  });
});
