import { expect, it } from 'vitest';
import { TokenBuckets } from '../token-buckets';
import { ExternalLinks } from './external-links';

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
