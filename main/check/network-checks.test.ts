import { afterEach, describe, expect, it } from 'vitest';
import { fail, type Outcome, type Problem, succeed } from '../../preload/contract/problem';
import { closeServers, http, patient, serve } from '../api/http-test-server';
import { UpdateRefused } from '../updates/update-refused';
import { checkClock } from './clock-check';
import { checkProxies } from './proxy-check';
import { checkStudios, type StudioParts } from './studio-check';
import { checkUpdates } from './update-check';

afterEach(closeServers);
const never = new AbortController().signal;

describe('the clock', () => {
  const noon = Date.UTC(2026, 0, 1, 12);

  /** An answer with this `Date`, and a request that takes `tookMs`. */
  function clock(date: string | undefined, nowMs: number, tookMs = 0) {
    const times = [nowMs, nowMs + tookMs];
    const response = { status: 401, statusText: '', ...(date !== undefined && { date }) };
    const status = async () => fail({ kind: 'unauthorized', response } satisfies Problem);
    return checkClock(['https://a.example'], { status }, never, () => times.shift() ?? 0);
  }

  it.each([
    [0, 'clockRight', 0],
    [60_999, 'clockRight', 60],
    [62_000, 'clockOff', 61],
    [-61_000, 'clockOff', -61],
    [-60_000, 'clockRight', -60],
    [301_999, 'clockWrong', 301],
    [-3_600_000, 'clockWrong', -3_600],
  ])('%d ms ahead is %s', async (ahead, code, seconds) => {
    expect(await clock(new Date(noon).toUTCString(), noon + ahead)).toEqual([
      { code, facts: { seconds }, subject: 'https://a.example' },
    ]);
  });

  it('is right when a slow request explains the difference', async () => {
    expect(await clock(new Date(noon).toUTCString(), noon - 15_000, 15_000)).toMatchObject([
      { code: 'clockRight', facts: { seconds: 0 } },
    ]);
  });

  it.each([undefined, 'yesterday'])('is unknown with the date %s', async (date) => {
    expect(await clock(date, noon)).toMatchObject([{ code: 'clockUnknown' }]);
  });

  it('is compared without the key, with a real server', async () => {
    const seen: unknown[] = [];
    const origin = await serve((request, response) => {
      seen.push([request.method, request.headers['x-api-key']]);
      response.writeHead(401, { Date: new Date(Date.now() + 3_600_000).toUTCString() }).end();
    });
    expect(await checkClock([origin], http(patient), never)).toMatchObject([{ code: 'clockWrong' }]);
    expect(seen).toEqual([['HEAD', undefined]]);
  });
});

describe('the studios', () => {
  const studio = (id: string, address = 'https://a.example') => ({
    ref: `${address}#${id}`,
    address,
    id,
    name: `Studio ${id}`,
  });

  function parts(
    change: Partial<StudioParts> & { studios?: ReturnType<typeof studio>[]; warning?: Problem } = {},
  ) {
    const { studios = [studio('1')], warning, ...rest } = change;
    return {
      connection: {
        studios: () => studios,
        status: () => ({ mode: 'live' as const, studios, ...(warning && { warning }) }),
        credentials: async (ref: string) =>
          succeed({ address: ref.split('#')[0] ?? '', key: 'canary', studio: ref }),
      },
      prove: async () => succeed(null),
      now: () => 0,
      ...rest,
    };
  }

  it('answer', async () => {
    expect(await checkStudios(parts(), never)).toEqual([
      { code: 'studioAnswers', subject: 'Studio 1, https://a.example#1', facts: { ms: 0 } },
    ]);
  });

  it.each([
    ['unauthorized', 'studioKeyRefused'],
    ['notTheApi', 'studioNotTheApi'],
    ['nameNotResolved', 'studioUnreachable'],
    ['timeout', 'studioUnreachable'],
    ['tls', 'studioUntrusted'],
    ['proxyLogin', 'studioBehindProxy'],
    ['rateLimited', 'studioBusy'],
    ['unavailable', 'studioBusy'],
    ['forbidden', 'studioOther'],
    ['redirected', 'studioOther'],
  ] as const)('with the problem %s are %s', async (kind, code) => {
    const prove = async (): Promise<Outcome<null>> => fail({ kind, detail: 'D' });
    expect(await checkStudios(parts({ prove }), never)).toMatchObject([
      { code, facts: { problem: `${kind} (D)` } },
    ]);
  });

  it('without a readable key are not asked', async () => {
    let asked = 0;
    const { connection } = parts();
    const findings = await checkStudios(
      parts({
        connection: { ...connection, credentials: async () => fail({ kind: 'keychainLocked' }) },
        prove: async () => {
          asked += 1;
          return succeed(null);
        },
      }),
      never,
    );
    expect(findings).toMatchObject([{ code: 'studioKeyUnreadable', facts: { problem: 'keychainLocked' } }]);
    expect(asked).toBe(0);
  });

  it('that are left when the time is over were not checked', async () => {
    const end = new AbortController();
    const studios = Array.from({ length: 8 }, (_, index) => studio(String(index)));
    let asked = 0;
    const prove = async (): Promise<Outcome<null>> => {
      asked += 1;
      if (asked > 1) end.abort();
      return asked === 1 ? succeed(null) : fail({ kind: 'timeout' });
    };
    const codes = (await checkStudios(parts({ studios, prove }), end.signal)).map(({ code }) => code);
    expect(codes[0]).toBe('studioAnswers');
    expect(codes.slice(1).every((code) => code === 'studioLate')).toBe(true);
    expect(asked).toBeLessThan(8);
  });

  it('are none', async () => {
    expect(await checkStudios(parts({ studios: [] }), never)).toEqual([{ code: 'studioNone', facts: {} }]);
    const warning: Problem = { kind: 'settingsUnreadable' };
    expect(await checkStudios(parts({ studios: [], warning }), never)).toEqual([
      { code: 'settingsUnusable', facts: { problem: 'settingsUnreadable' } },
    ]);
  });
});

describe('the proxies', () => {
  type Result = Awaited<ReturnType<Parameters<typeof checkProxies>[0]['proxyLogin']['fromKeychain']>>;

  async function proxies(result: Result, routes: Record<string, string>) {
    const asked: string[] = [];
    const findings = await checkProxies({
      addresses: Object.keys(routes),
      resolveProxy: async (url) => routes[url] ?? 'DIRECT',
      probe: async () => 'answered',
      proxyLogin: {
        fromKeychain: async (_probe, url) => {
          asked.push(url);
          return result;
        },
      },
    });
    return { findings, asked };
  }

  const route = 'PROXY p.example:8080; DIRECT';

  it('of a direct connection are none, and nothing is sent', async () => {
    const { findings, asked } = await proxies({ end: 'open' }, { 'https://a.example': 'DIRECT' });
    expect(findings).toEqual([{ code: 'proxyNone', facts: {}, subject: 'https://a.example' }]);
    expect(asked).toEqual([]);
  });

  it.each([
    [{ end: 'open' }, 'proxyAnswers', { route }],
    [{ end: 'shut' }, 'proxySilent', { route }],
    [{ end: 'asks', proxy: 'p.example:8080' }, 'proxyAsks', { route, proxy: 'p.example:8080' }],
    [{ end: 'refused', proxy: 'p.example:8080' }, 'proxyRefuses', { route, proxy: 'p.example:8080' }],
  ] as const)('with the result %j are %s', async (result, code, facts) => {
    const { findings } = await proxies(result, { 'https://a.example/base': route });
    expect(findings).toEqual([{ code, facts, subject: 'https://a.example/base' }]);
  });

  it('are asked once for all addresses with the same way', async () => {
    const { findings, asked } = await proxies(
      { end: 'open' },
      { 'https://a.example': route, 'https://b.example': route },
    );
    expect(findings.map(({ subject }) => subject)).toEqual(['https://a.example', 'https://b.example']);
    expect(asked).toEqual(['https://a.example']);
  });
});

describe('the update feed', () => {
  const options = {
    feed: 'https://f.example/CANARY/?sig=CANARY',
    channel: 'stable',
    publicKey: 'k',
  } as const;
  const choice = { kind: 'appImage', options } as const;
  const feed = 'https://f.example';

  it.each([
    ['elsewhere', 'updatesElsewhere'],
    ['off', 'updatesOff'],
    ['none', 'updatesNoFeed'],
  ] as const)('is not asked when there is none: %s', async (none, code) => {
    expect(await checkUpdates(none, async () => expect.unreachable())).toEqual([{ code, facts: {} }]);
  });

  it('is current or offers a version', async () => {
    expect(await checkUpdates(choice, async () => undefined)).toEqual([
      { code: 'updatesCurrent', facts: { feed } },
    ]);
    expect(await checkUpdates(choice, async () => '2.0.0')).toEqual([
      { code: 'updatesNewer', facts: { feed, version: '2.0.0' } },
    ]);
  });

  it.each([
    [new UpdateRefused('notSigned'), 'updatesRefused', 'notSigned'],
    [new UpdateRefused('badManifest'), 'updatesRefused', 'badManifest'],
    [new UpdateRefused('timeout'), 'updatesSilent', 'timeout'],
    [new Error('CANARY'), 'updatesSilent', 'unreachable'],
  ])('after %s is %s', async (error, code, fault) => {
    expect(await checkUpdates(choice, () => Promise.reject(error))).toEqual([
      { code, facts: { feed, fault } },
    ]);
  });
});
