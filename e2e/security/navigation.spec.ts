import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { fakeBrowser } from '../fake-browser';
import { attack, type Target } from './fixtures';

/** URL of the page, and whether the customer is still shown. */
async function whereabouts({ range: { page, browser, listener } }: Target, before: number): Promise<string> {
  const open = browser.contexts().flatMap((context) => context.pages().map((each) => each.url()));
  const customer = await page.getByRole('region', { name: 'Account', exact: true }).isVisible();
  const heard = listener.heard - before;
  return [
    ...open,
    customer ? 'the customer is still there' : 'the customer is gone',
    ...(heard > 0 ? [`${heard} times heard outside`] : []),
  ].join(', ');
}

/** Ways to navigate; each is tried with each destination. */
const ways = {
  location: (url: string) => {
    location.href = url;
  },
  link: (url: string) => {
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
    link.remove();
  },
  refresh: (url: string) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${url}`;
    document.head.append(meta);
    meta.remove();
  },
};

/** Tries every way to navigate, then makes a call to main, after which each navigation has been decided. */
function navigation(destination: (port: number) => string) {
  return async (target: Target): Promise<string> => {
    const { page, listener } = target.range;
    const before = listener.heard;
    for (const way of Object.values(ways)) {
      await page.evaluate(way, destination(listener.port));
      await page.evaluate(() => window.ringside.call.recent());
    }
    return whereabouts(target, before);
  };
}

attack(
  'toForeignPage',
  navigation((port) => `http://127.0.0.1:${port}/`),
);
attack(
  'toFile',
  navigation(() => 'file:///etc/passwd'),
);
attack(
  'toData',
  navigation(() => 'data:text/html,<h1>Sign in'),
);
attack(
  'toScript',
  navigation(() => 'javascript:document.title="owned"'),
);
attack(
  'toOtherHost',
  navigation(() => 'app://other/index.html'),
);
attack(
  'toQuery',
  navigation(() => 'app://ringside/index.html?again'),
);
attack(
  'toOtherFile',
  navigation(() => 'app://ringside/assets/'),
);

attack('newWindow', async (target) => {
  const { page, listener } = target.range;
  const before = listener.heard;
  const opened = await page.evaluate((port) => {
    const urls = [`http://127.0.0.1:${port}/`, 'about:blank', '', location.href, 'file:///etc/passwd'];
    const link = document.createElement('a');
    link.href = urls[0] ?? '';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return urls.map((url) => (window.open(url) === null ? 'refused' : 'opened'));
  }, listener.port);
  return `${[...new Set(opened)].join(', ')}; ${await whereabouts(target, before)}`;
});

attack('webview', async (target) => {
  const { page, listener } = target.range;
  const before = listener.heard;
  const kind = await page.evaluate((port) => {
    const view = document.createElement('webview');
    view.setAttribute('src', `http://127.0.0.1:${port}/`);
    document.body.append(view);
    const known = 'loadURL' in view;
    view.remove();
    return known ? 'a webview' : 'an unknown element';
  }, listener.port);
  return `${kind}; ${await whereabouts(target, before)}`;
});

/** Drops an item on the middle of the desk, as a mouse does. */
async function drop(target: Target, data: object): Promise<string> {
  const { page, listener } = target.range;
  const before = listener.heard;
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const event = { type, x: 640, y: 500, data: { items: [], dragOperationsMask: 1, ...data } };
    await session.send('Input.dispatchDragEvent', event);
  }
  await session.detach();
  await page.evaluate(() => window.ringside.call.recent());
  return whereabouts(target, before);
}

attack('dropFile', async (target) => {
  const file = join(target.home, 'evil.html');
  await writeFile(file, '<h1>Sign in');
  return drop(target, { files: [file] });
});

attack('dropLink', (target) => {
  const url = `http://127.0.0.1:${target.range.listener.port}/`;
  return drop(target, { items: [{ mimeType: 'text/uri-list', data: url }] });
});

attack('externalLink', async ({ home, openDevelopment }) => {
  const browser = await fakeBrowser(home);
  const policy = join(home, 'policy.json');
  await writeFile(policy, JSON.stringify({ externalLinkHosts: ['traces.example'] }));
  const { page, desk } = await openDevelopment(['--demo', `--policy=${policy}`], browser.env);
  await desk.box.waitFor();
  await page.evaluate(() => {
    for (const url of [
      'https://evil.example/?name=Bullock',
      'http://traces.example/',
      'https://traces.example.evil.example/',
      'https://traces.example:8443/',
      'https://traces.example@evil.example/',
      'file:///etc/passwd',
      'ringside://customer/1001',
      'https://traces.example/trace/1',
      'https://traces.example/?name=Bullock',
    ])
      window.open(url);
  });
  await expect.poll(browser.opened).not.toEqual([]);
  return `opened ${(await browser.opened()).join(', ')}`;
});
