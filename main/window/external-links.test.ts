import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '../token-buckets';
import { dialRate, ExternalLinks } from './external-links';

function opened(links: string[], hosts = ['app.datadoghq.eu']): string[] {
  const seen: string[] = [];
  for (const link of links) {
    const externalLinks = new ExternalLinks((url) => seen.push(url));
    externalLinks.allow(hosts);
    externalLinks.follow(link);
  }
  return seen;
}

it('opens a link to an allowed host', () => {
  expect(opened(['https://app.datadoghq.eu/apm/trace/1?x#y', 'HTTPS://APP.DATADOGHQ.EU'])).toEqual([
    'https://app.datadoghq.eu/apm/trace/1?x#y',
    'https://app.datadoghq.eu/',
  ]);
});

it.each([
  'http://app.datadoghq.eu/',
  'https://evil.example/app.datadoghq.eu',
  'https://app.datadoghq.eu.evil.example/',
  'https://x.app.datadoghq.eu/',
  'https://app.datadoghq.eu:8443/',
  'https://app.datadoghq.eu@evil.example/',
  'https://agent:1001@app.datadoghq.eu/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'mailto:x@app.datadoghq.eu',
  'ms-settings:',
  '//app.datadoghq.eu',
  '',
])('opens nothing for %s', (link) => {
  expect(opened([link])).toEqual([]);
});

it('opens nothing when no host is allowed', () => {
  expect(opened(['https://app.datadoghq.eu/'], [])).toEqual([]);
});

it('opens one link immediately and another after two seconds', () => {
  let now = 0;
  const seen: string[] = [];
  const links = new ExternalLinks((url) => seen.push(url), new TokenBuckets(() => now, 1, 1 / 2000));
  links.allow(['a.example']);
  for (let page = 0; page < 5; page += 1) links.follow(`https://a.example/${page}`);
  now = 2_000;
  links.follow('https://a.example/later');
  expect(seen).toEqual(['https://a.example/0', 'https://a.example/later']);
});

describe('telephone numbers', () => {
  function dialling({ isAllowed = true, open = async () => undefined as unknown } = {}) {
    const clock = { now: 0 };
    const seen: string[] = [];
    const links = new ExternalLinks(
      (url) => {
        seen.push(url);
        return open();
      },
      undefined,
      dialRate(() => clock.now),
    );
    if (isAllowed) links.allowDialling();
    return { links, seen, clock };
  }

  it.each(['tel:+493023125001', 'tel:+493023125001;ext=12'])('are dialled: %s', async (link) => {
    const { links, seen } = dialling();
    expect(await links.dial(link)).toBe('opened');
    expect(seen).toEqual([link]);
  });

  it.each([
    'tel:112',
    'tel:+49302312500112345678',
    'tel:03023125001',
    'tel:+493023125001;phone-context=x',
    'tel:+493023125001\n',
    ' tel:+493023125001',
    'callto:+493023125001',
    'sip:+493023125001',
    'https://app.datadoghq.eu/',
    'file:///etc/passwd',
    'tel:*#06#',
  ])('are not dialled by %s', async (link) => {
    const { links, seen } = dialling();
    links.allow(['app.datadoghq.eu']);
    expect(await links.dial(link)).toBe('refused');
    expect(seen).toEqual([]);
  });

  it('are not dialled unless the policy allows it, and never by a link of the page', async () => {
    const { links, seen } = dialling({ isAllowed: false });
    expect(await links.dial('tel:+493023125001')).toBe('refused');
    links.allowDialling();
    links.follow('tel:+493023125001');
    expect(seen).toEqual([]);
  });

  it('are dialled five at once and then one a minute', async () => {
    const { links, seen, clock } = dialling();
    const dial = () => links.dial('tel:+493023125001');
    for (let call = 0; call < 5; call += 1) await dial();
    expect(await dial()).toBe('tooMany');
    clock.now = 60_000;
    await dial();
    await dial();
    expect(seen).toHaveLength(6);
  });

  it('say when the system has no program for them', async () => {
    const { links } = dialling({ open: () => Promise.reject(new Error('no program')) });
    expect(await links.dial('tel:+493023125001')).toBe('failed');
  });
});
