import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { expect } from '@playwright/test';
import { test } from './fixtures';

test('the page has no Node, no network and only the functions of the contract', async ({
  demo: { page, desk },
}) => {
  await expect(desk.box).toBeVisible();
  let requests = 0;
  const listener = createServer((_, response) => {
    requests += 1;
    response.end('ok');
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const target = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
  const seen = await page.evaluate(async (url) => {
    const tried = async (work: () => unknown) => {
      try {
        await work();
        return 'worked';
      } catch {
        return 'refused';
      }
    };
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violations.add(event.effectiveDirective));
    return {
      node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
      fetch: await tried(() => fetch(url)),
      socket: await tried(
        () =>
          new Promise((done, failed) => {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = done;
            socket.onerror = failed;
          }),
      ),
      image: await tried(
        () =>
          new Promise((done, failed) => {
            const image = new Image();
            image.onload = done;
            image.onerror = failed;
            image.src = url;
          }),
      ),
      evaluate: await tried(() => Reflect.get(globalThis, 'eval')('1 + 1')),
      window: window.open(url) === null ? 'refused' : 'worked',
      api: Object.entries(window.ringside).map(([noun, verbs]) => [noun, Object.keys(verbs).sort()]),
      violations: [...violations].sort(),
      frozen: [window.ringside, ...Object.values(window.ringside)].every((each) => Object.isFrozen(each)),
    };
  }, target);
  expect(seen).toEqual({
    node: ['undefined', 'undefined'],
    fetch: 'refused',
    socket: 'refused',
    image: 'refused',
    evaluate: 'refused',
    window: 'refused',
    // Each is refused by the policy of the page, before the lock on its requests is asked.
    violations: expect.arrayContaining(['connect-src', 'img-src']),
    frozen: true,
    api: [
      ['app', ['settled', 'start']],
      ['connection', ['connect', 'exploreDemo', 'forget', 'resume']],
      ['customer', ['get', 'search']],
      ['account', ['balances', 'bookings']],
      ['search', ['cancel']],
      ['desk', ['clear', 'focus', 'opened', 'recents', 'revealed']],
      ['call', ['recent']],
      ['settings', ['change']],
      ['about', ['openLogs', 'show']],
      ['clipboard', ['write']],
      ['events', ['on']],
    ],
  });
  expect(requests).toBe(0);
  listener.closeAllConnections();
  listener.close();
});

test('WebRTC, which no policy of the page covers, reaches nobody', async ({ demo: { page, desk } }) => {
  await expect(desk.box).toBeVisible();
  let packets = 0;
  const udp = createSocket('udp4').on('message', () => {
    packets += 1;
  });
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  const tcp = createTcpServer((socket) => {
    packets += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  const gathered = await page.evaluate(
    async ([udpPort, tcpPort]) => {
      const turn = { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' };
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }, turn] });
      peer.createDataChannel('x');
      const complete = new Promise<string>((done) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done('complete');
      });
      await peer.setLocalDescription(await peer.createOffer());
      return complete;
    },
    [udp.address().port, (tcp.address() as AddressInfo).port],
  );
  expect(gathered).toBe('complete');
  expect(packets).toBe(0);
  udp.close();
  tcp.close();
});

test('the renderer is in the sandbox of the operating system', async ({ demo: { app, desk } }) => {
  test.skip(process.platform !== 'linux', 'Only Linux tells through /proc.');
  test.skip(Boolean(process.env.RINGSIDE_NO_SANDBOX), 'Started as root without user namespaces.');
  await expect(desk.box).toBeVisible();
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  // 2: system calls are filtered (proc(5)).
  expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
});

test('input that is not as the contract says is refused, channel by channel', async ({
  demo: { page, desk },
}) => {
  await expect(desk.box).toBeVisible();
  const kinds = await page.evaluate(async () => {
    const { customer, account, clipboard, connection } = window.ringside;
    const outcomes = [
      await customer.search({ reading: { kind: 'nobody' } as never, scope: 'studio' }),
      await customer.search({ reading: { kind: 'id', id: '1 OR 1=1' }, scope: 'studio' }),
      await customer.search({ reading: { kind: 'id', id: '../../v1' }, scope: 'studio' }),
      await customer.search({ reading: { kind: 'email', email: 'x'.repeat(5_000) }, scope: 'studio' }),
      await customer.search({ reading: { kind: 'id', id: '1001', extra: true } as never, scope: 'studio' }),
      await customer.search(null as never),
      await customer.search({ reading: { kind: 'id', id: '1001' }, scope: 'galaxy' as never }),
      await account.balances({ id: 1001 } as never),
      await account.bookings({ id: '1001', period: 'never' as never }),
      await clipboard.write({ text: 'x'.repeat(500_000) }),
      await connection.connect({ address: 'x'.repeat(5_000), key: '' }),
    ];
    return outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.problem.kind));
  });
  expect(new Set(kinds)).toEqual(new Set(['invalidInput']));
});

test('what an agent must not see never crosses the border', async ({ demo: { page, desk } }) => {
  await expect(desk.box).toBeVisible();
  const answer = await page.evaluate(async () =>
    JSON.stringify([
      await window.ringside.customer.get({ id: '1001', scope: 'studio' }),
      await window.ringside.customer.search({
        reading: { kind: 'name', words: ['demo'] },
        scope: 'studio',
      }),
    ]),
  );
  expect(answer).toContain('Bullock');
  for (const secret of ['iban', 'bankAccount', 'cardNumbers', 'accessMediums', 'NOWHDEXX', 'DE00'])
    expect(answer).not.toContain(secret);
});

for (const href of [
  'https://example.com/',
  'file:///etc/passwd',
  'app://other/index.html',
  'app://ringside/index.html?again',
  'app://ringside/assets/',
]) {
  test(`the page cannot be navigated to ${href}`, async ({ demo: { app, page, desk } }) => {
    await desk.find('1001');
    await expect(desk.account).toBeVisible();
    // Asked through main: Playwright waits for a navigation that was refused.
    const run = (script: string) =>
      app.evaluate(
        ({ BrowserWindow }, code) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code, true),
        script,
      );
    await run(`location.href = '${href}'`);
    await run(
      `const a = document.createElement('a'); a.href = '${href}'; document.body.append(a); a.click(); a.remove()`,
    );
    const state = () =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return [contents?.isLoading(), contents?.getURL(), contents?.navigationHistory.length()];
      });
    await expect.poll(state).toEqual([false, 'app://ringside/index.html', 1]);
    expect(await run(`document.querySelector('[aria-label="Account"]') !== null`)).toBe(true);
    expect(page.url()).toBe('app://ringside/index.html');
  });
}
