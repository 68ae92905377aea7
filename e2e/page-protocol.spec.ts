import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import type { Launched } from './launch';
import { demoArgs } from './saved-studios';

/** Takes the deprecated API away before Ringside serves its page, as a later Electron will. */
const withoutBufferProtocol = `const { app, session } = require('electron');
app.whenReady().then(() => {
  const { protocol } = session.defaultSession;
  for (let at = protocol; at; at = Object.getPrototypeOf(at)) delete at.registerBufferProtocol;
  if (protocol.registerBufferProtocol) throw new Error('It is still there');
});
`;

/** Answers of the page's session, of files and of paths that must not be served. */
async function answersOf({ app, desk }: Launched): Promise<object[]> {
  // A lookup first: while main loads `fetch` for the first one, code of the test that runs in between has none.
  await desk.find('1001');
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  return app.evaluate(async ({ session }) => {
    const page = session.fromPartition('page', { cache: false });
    const requests = [
      ['GET', 'app://ringside/index.html'],
      ['POST', 'app://ringside/index.html'],
      ['GET', 'app://ringside/..%2fmain%2findex.js'],
      ['GET', 'app://ringside/missing.js'],
    ] as const;
    return Promise.all(
      requests.map(async ([method, url]) => {
        const response = await page.fetch(url, { method });
        const body = await response.text();
        // Electron's older API adds this header by itself; the page, which has one origin, does not need it.
        const { 'access-control-allow-origin': _, ...headers } = Object.fromEntries(response.headers);
        return { url, status: response.status, headers, length: body.length };
      }),
    );
  });
}

test('the page is the same without registerBufferProtocol, which Electron will remove', async ({
  launch,
  home,
  demo,
}) => {
  const expected = await answersOf(demo);
  await demo.end();
  expect(expected.map((each) => (each as { status: number }).status)).toEqual([200, 404, 404, 404]);
  const script = join(home, 'without-buffer-protocol.cjs');
  await writeFile(script, withoutBufferProtocol);
  const later = await launch(demoArgs, {}, [script]);
  expect(await answersOf(later)).toEqual(expected);
});
