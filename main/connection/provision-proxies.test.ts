import { expect, it } from 'vitest';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import { provisionProxies } from './provision-proxies';
import { type ProxyRow, takeProxyRows } from './proxy-rows';

const credentials = { proxy: 'proxy.example:8080', name: 'canary-name', password: 'canary-password' };
const row: ProxyRow = { line: 3, credentials };

async function provisioned(
  rows: ProxyRow[],
  answer: Outcome<null>,
  route = 'PROXY Proxy.Example:8080; DIRECT',
) {
  const printed: string[] = [];
  const sent: string[] = [];
  const saved = await provisionProxies(
    rows,
    ['https://direct.example', 'https://studio.example/base', 'https://studio.example/base'],
    {
      resolveProxy: async (url) => (url.includes('studio.example') ? route : 'DIRECT'),
      probe: async () => 'answered',
      proxyLogin: {
        provision: async (_probe, url, { name }) => {
          sent.push(`${name} ${url}`);
          return answer;
        },
      },
    },
    (line, failed) => printed.push(`${failed ? '2' : '1'} ${line}`),
  );
  return { saved, printed: printed.join(''), sent };
}

it('proves the credentials once, on the way to an address that is reached through the proxy', async () => {
  expect(await provisioned([row], succeed(null))).toEqual({
    saved: true,
    printed: '1 Line 3: saved proxy proxy.example:8080\n',
    sent: ['canary-name https://studio.example'],
  });
});

it.each([
  ['the proxy refuses them', [row], fail({ kind: 'proxyLogin', detail: credentials.proxy }), 'proxyLogin'],
  ['the proxy asks for none', [row], fail({ kind: 'proxy', detail: credentials.proxy }), 'proxy'],
  ['the keychain is locked', [row], fail({ kind: 'keychainLocked' }), 'keychainLocked'],
  ['the row is not as documented', [{ line: 3 }], succeed(null), 'rowUnusable'],
])(
  'says why nothing was saved when %s, without the name and the password',
  async (_what, rows, answer, why) => {
    const { saved, printed } = await provisioned(rows, answer);
    expect(saved).toBe(false);
    expect(printed).toContain(`2 Line 3: not saved: ${why}`);
    expect(printed).not.toContain('canary');
  },
);

it.each([
  'proxy http://svc:canary-password@proxy.example:8080',
  'proxy http://svc:canary-password@proxy.example:8080;svc;x',
  'proxy;proxy.example:8080;svc;canary-password',
  'proxy:proxy.example:8080;svc;canary-password',
  'proxy canary-password:8080',
])('prints nothing of the row %j, which is not as documented', async (text) => {
  const { proxies, rest } = takeProxyRows(text);
  expect(rest).toBe('');
  const { saved, printed, sent } = await provisioned(proxies, succeed(null));
  expect({ saved, sent }).toEqual({ saved: false, sent: [] });
  expect(printed).toBe('2 Line 1: not saved: rowUnusable (write proxy HOST:PORT;NAME;PASSWORD)\n');
});

it('sends nothing when no address is reached through the proxy', async () => {
  const { saved, printed, sent } = await provisioned([row], succeed(null), 'PROXY other.example:8080');
  expect({ saved, sent }).toEqual({ saved: false, sent: [] });
  expect(printed).toContain('not saved: notOnTheWay');
});
