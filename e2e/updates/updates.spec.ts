import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startAuthenticatingProxy } from '../authenticating-proxy';
import { Authority } from '../faults/certificates';
import { startSecretService } from '../secret-service';
import { read } from '../security/packaged';
import { Feed } from './feed';
import { appImage, brokenAppImage, course, type Desk, endAll, said } from './fixtures';
import type { CourseId } from './table';

const artifact = appImage('1.1.0');

/** A course that leaves 1.0.0 unchanged. */
function refused(id: CourseId, prepare: (desk: Desk) => unknown, policy: object = {}): void {
  course(id, async (desk) => {
    await prepare(desk);
    const packaged = await desk.open(policy);
    const state = await desk.settled(packaged);
    return `${said(state)}, ${await desk.goesOn(packaged)}`;
  });
}

const logOf = (home: string) => read(join(home, 'Ringside', 'logs', 'ringside.log'));

/** 1.1.0 was installed and failed to start twice; the third start asks. */
async function askedByTheThirdStart({ home, updateTo, start }: Desk): Promise<() => Promise<void>> {
  await updateTo(brokenAppImage());
  for (const count of [1, 2]) {
    const end = await start();
    await expect.poll(() => logOf(home).split('"event":"start"').length - 1).toBe(count);
    await end();
  }
  const end = await start();
  await expect.poll(() => logOf(home)).toContain('"event":"version-broken"');
  return end;
}

// This and the next two come first: they wait for up to a minute, while the others keep the cores busy.
course('wentBack', async (desk) => {
  const { feed, home, installed, open, answer, settled, forgetLog } = desk;
  feed.publish({ artifact });
  await askedByTheThirdStart(desk);
  await answer('Return');
  const back = '"event":"went-back","left":"1.1.0"';
  await expect.poll(() => logOf(home)).toContain(back);
  expect((await readFile(installed)).equals(appImage('1.0.0'))).toBe(true);
  await endAll(home);
  await forgetLog();
  const collector = await Feed.start();
  const packaged = await open({ telemetryEndpoint: collector.url });
  expect(await settled(packaged)).toEqual({ phase: 'wentBack', version: '1.1.0' });
  expect(logOf(home)).toContain(back);
  const told = packaged.page.getByText('Version 1.1.0 did not start; this version was restored');
  await expect(told).toBeVisible();
  expect(feed.requests('/ringside/Ringside-1.1.0.AppImage')).toBe(0);
  await expect.poll(() => collector.requests('/ringside/v1/metrics'), { timeout: 120_000 }).toBe(1);
  await collector.close();
  return '1.0.0 was started, says so, tells the Collector, and does not take 1.1.0 again';
});

refused('hangs', ({ feed }) => feed.on('latest-linux.yml', () => undefined));

refused('stalls', ({ feed }) => {
  feed.publish({ artifact });
  feed.on('Ringside-1.1.0.AppImage', (response) => {
    response.writeHead(200, { 'Content-Length': artifact.length });
    response.write(artifact.subarray(0, 1_000_000));
  });
});

course('asked', async ({ feed, home, installed, open, settled }) => {
  feed.publish({ artifact });
  const packaged = await open();
  expect(await settled(packaged)).toEqual({ phase: 'ready', version: '1.1.0' });
  await packaged.page.getByRole('button', { name: 'Version 1.1.0 is ready: restart' }).click();
  await expect.poll(() => logOf(home)).toContain('"version":"1.1.0","platform"');
  expect((await readFile(installed)).equals(artifact)).toBe(true);
  return '1.1.0 was started';
});

course('onQuit', async ({ feed, home, installed, open, settled }) => {
  feed.publish({ artifact });
  const packaged = await open();
  await settled(packaged);
  process.kill(packaged.pid, 'SIGTERM');
  // For a moment, while the file is replaced, there is none.
  const isNew = async () => (await readFile(installed).catch(() => undefined))?.equals(artifact);
  await expect.poll(isNew).toBe(true);
  await packaged.end();
  const starts = logOf(home).split('"event":"start"').length - 1;
  return `1.1.0 was installed, ${starts === 1 ? 'nothing was started' : `${starts} starts`}`;
});

course('customerOpen', async ({ feed, open, settled, goesOn }) => {
  feed.publish({ artifact });
  const packaged = await open({ idleMinutes: 0 });
  await packaged.desk.find('1001');
  const state = await settled(packaged);
  return `${said(state)}, nothing installed, ${await goesOn(packaged)}`;
});

course('pilot', async ({ feed, open, settled }) => {
  feed.publish({ version: '1.2.0-beta.1', channel: 'pilot', artifact });
  const state = await settled(await open({ channel: 'pilot' }));
  return `${said(state)}, ${'version' in state && state.version}`;
});

course('checked', async ({ feed, open, settled }) => {
  feed.publish({ artifact });
  const packaged = await open();
  await settled(packaged);
  const downloads = () => feed.requests('/ringside/Ringside-1.1.0.AppImage');
  const before = downloads();
  const found = () =>
    packaged.page.evaluate(async () => {
      const checked = await window.ringside.about.check();
      return checked.ok && checked.value.lines.find(({ check }) => check === 'updates')?.finding;
    });
  const right = await found();
  feed.publish({ artifact, key: generateKeyPairSync('ed25519').privateKey });
  const wrong = await found();
  const more = downloads() - before;
  return `${right}, then ${wrong}, ${before === 0 || more > 0 ? `${more} downloads` : 'nothing more was downloaded'}`;
});

course('proxyLogin', async ({ home, open, settled }) => {
  const authority = await Authority.found(home);
  await authority.trustedIn(home);
  const feed = await Feed.start(await authority.issue('DNS:studio.example'));
  feed.publish({ artifact });
  const proxy = await startAuthenticatingProxy('office:right', { 'studio.example': feed.port });
  const secrets = await startSecretService();
  await secrets.store(`proxy ${proxy.address}`, JSON.stringify({ name: 'office', password: 'right' }));
  const env = { ...secrets.env, auto_proxy: `http://${proxy.address}/proxy.pac` };
  const state = await settled(await open({ feedUrl: 'https://studio.example/ringside/' }, env));
  await Promise.all([feed.close(), proxy.close(), secrets.end()]);
  return `${said(state)}, ${'version' in state && state.version}`;
});

/** A feed whose first download is interrupted; the next answers are given. @returns the requested ranges */
function cutOnce(feed: Feed, ...next: ('rest' | 'whole' | 'nothing')[]): (string | undefined)[] {
  const ranges: (string | undefined)[] = [];
  feed.publish({ artifact });
  feed.on('Ringside-1.1.0.AppImage', (response, { headers: { range } }) => {
    ranges.push(range);
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]);
    if (ranges.length === 1) {
      response.writeHead(200, { 'Content-Length': artifact.length });
      response.write(artifact.subarray(0, 2_000_000), () => response.destroy());
      return;
    }
    const answer = next[Math.min(ranges.length - 2, next.length - 1)];
    if (answer === 'nothing') return response.destroy();
    if (answer === 'whole') return response.writeHead(200).end(artifact);
    response.writeHead(206, { 'Content-Range': `bytes ${from}-${artifact.length - 1}/${artifact.length}` });
    response.end(artifact.subarray(from));
  });
  return ranges;
}

/** Type of the last request for the file. */
const fetched = (ranges: (string | undefined)[]) =>
  /^bytes=[1-9]\d*-$/.test(ranges.at(-1) ?? '') ? 'the rest alone was fetched' : `fetched ${ranges.at(-1)}`;

course('cut', async ({ feed, open, settled, goesOn }) => {
  const ranges = cutOnce(feed, 'rest');
  const packaged = await open();
  const state = await settled(packaged);
  return `${said(state)}, ${fetched(ranges)}, ${await goesOn(packaged)}`;
});

course('cutAndQuit', async ({ feed, open, settled, goesOn, forgetLog }) => {
  const ranges = cutOnce(feed, 'nothing', 'nothing', 'rest');
  const first = await open();
  const before = await settled(first);
  process.kill(first.pid, 'SIGTERM');
  await first.end();
  await forgetLog();
  const second = await open();
  const after = await settled(second);
  return `${said(before)}, then ${said(after)}, ${fetched(ranges)}, ${await goesOn(second)}`;
});

course('noRanges', async ({ feed, open, settled, goesOn }) => {
  const ranges = cutOnce(feed, 'whole');
  const packaged = await open();
  const state = await settled(packaged);
  return `${said(state)}, ${ranges.length === 2 ? 'fetched anew' : ranges}, ${await goesOn(packaged)}`;
});

refused('tamperedFile', ({ feed }) => {
  feed.publish({ artifact });
  const changed = Buffer.from(artifact);
  changed.write('X', artifact.length - 1);
  feed.on('Ringside-1.1.0.AppImage', changed);
});

refused('tamperedManifest', ({ feed }) => {
  feed.publish({ artifact });
  const files = [{ url: 'Ringside-1.1.0.AppImage', sha512: 'AAAA', size: 4 }];
  feed.on('latest-linux.yml', JSON.stringify({ version: '1.1.0', files }));
});

refused('otherKey', ({ feed }) => {
  feed.publish({ artifact, key: generateKeyPairSync('ed25519').privateKey });
});

refused('noSignature', ({ feed }) => {
  feed.publish({ artifact });
  feed.on('latest-linux.yml.sig', (response) => response.writeHead(404).end());
});

refused('replayed', ({ feed }) => feed.publish({ version: '0.9.0', artifact }));
refused('same', ({ feed }) => feed.publish({ version: '1.0.0', artifact }));
refused('prerelease', ({ feed }) => feed.publish({ version: '1.2.0-beta.1', artifact }));
refused('rollout', ({ feed }) => feed.publish({ artifact, more: { stagingPercentage: 0 } }));
refused('offOrigin', ({ feed }) =>
  feed.publish({ artifact, url: 'http://127.0.0.1:9/Ringside-1.1.0.AppImage' }),
);

course('redirected', async (desk) => {
  const other = await Feed.start();
  other.on('Ringside-1.1.0.AppImage', artifact);
  desk.feed.publish({ artifact });
  desk.feed.on('Ringside-1.1.0.AppImage', (response) =>
    response.writeHead(302, { Location: `${other.url}Ringside-1.1.0.AppImage` }).end(),
  );
  const packaged = await desk.open();
  const state = await desk.settled(packaged);
  expect(other.requests('/ringside/Ringside-1.1.0.AppImage')).toBe(0);
  await other.close();
  return `${said(state)}, ${await desk.goesOn(packaged)}`;
});

refused('html', ({ feed }) => feed.on('latest-linux.yml', '<!doctype html><h1>Sign in'));
refused('missing', () => undefined);
refused('broken', ({ feed }) =>
  feed.on('latest-linux.yml', (response) => response.writeHead(500).end('oops')),
);
refused('unreachable', () => undefined, { feedUrl: 'http://127.0.0.1:9/' });
course('stays', async (desk) => {
  const end = await askedByTheThirdStart(desk);
  await desk.answer('Escape');
  await end();
  const same = (await readFile(desk.installed)).equals(brokenAppImage());
  return `1.1.0 ${same ? 'stays' : 'was replaced'}`;
});

course('forbidden', async ({ feed, open, goesOn }) => {
  feed.publish({ artifact });
  const packaged = await open({ updates: false });
  const going = await goesOn(packaged);
  const state = await packaged.page.evaluate(() => window.ringside.app.start());
  expect(feed.requests('/ringside/latest-linux.yml')).toBe(0);
  return `${state.ok && said(state.value.update)}, ${going}`;
});
