import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { closerOf } from './close-server';
import { test as base } from './fixtures';
import { runToExit } from './launch';
import { saveStudios } from './saved-studios';

/** A company that makes one index for all desks. */
interface Company {
  /** The index file. */
  file: string;
  keyFile: string;
  /** The keys, as the policy of all machines has them. */
  keys: object;
  /** Writes a policy. @returns the switch that makes it the policy */
  policy: (policy: object) => Promise<string>;
  /** Runs `ringside --phone-index` on a machine with two studios. */
  make: (args?: string[]) => ReturnType<typeof runToExit>;
}

const pemOf = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    half: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
};

const test = base.extend<{ company: Company }>({
  company: async ({ home, display, secrets, api }, use) => {
    const studios = api.studios.filter(({ name }) => /Munich|City/.test(name));
    await saveStudios(home, secrets, studios);
    const { pem, half } = pemOf();
    const [file, keyFile] = [join(home, 'phone index'), join(home, 'signing key.pem')];
    await writeFile(keyFile, pem);
    const keys = { phoneIndexKey: randomBytes(32).toString('base64'), phoneIndexPublicKey: half };
    const policy = async (values: object) => {
      await writeFile(join(home, 'policy.json'), JSON.stringify(values));
      return `--policy=${join(home, 'policy.json')}`;
    };
    await use({
      file,
      keyFile,
      keys,
      policy,
      make: async (args = ['--phone-index', file, '--signing-key', keyFile]) => {
        const fast = { ...keys, phoneIndexRequestsPerMinute: 600 };
        return runToExit([...args, await policy(fast)], { home, display, env: secrets.env });
      },
    });
  },
});

/** The company's web server: its files with ETags, and the statuses that it has answered. */
async function serve(file: string) {
  const answers: string[] = [];
  const replaced = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const name = request.url === '/index.sig' ? '.sig' : '';
    const bytes = replaced.get(name) ?? (await readFile(file + name));
    const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
    const isSame = request.headers['if-none-match'] === tag;
    response.writeHead(isSame ? 304 : 200, { ETag: tag });
    response.end(isSame ? undefined : bytes);
    answers.push(`${response.statusCode} ${request.url}`);
  });
  const close = closerOf(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index`;
  return { url, answers, replaced, close };
}

/** States of the studios of the desk, with what is wrong. */
const statesOf = (page: Page) =>
  page.evaluate(async () => {
    const outcome = await window.ringside.phone.index();
    if (!outcome.ok) return [outcome.problem.kind];
    return outcome.value.studios.map(({ state, problem }) =>
      [state, problem?.detail].filter(Boolean).join(' '),
    );
  });

const fetchNow = (page: Page) => page.evaluate(() => window.ringside.phone.makeIndex({ studios: 'all' }));

test('one machine makes the index, a desk fetches it when it changed, and refuses one that was tampered with', async ({
  company,
  launch,
  secrets,
}) => {
  const made = await company.make();
  expect(made.code).toBe(0);
  expect(made.output).toMatch(/ Fit Example Munich: \d+ customers$/m);
  expect(made.output).toMatch(/^Written: .*phone index, 2 of 2 studios, \d+ bytes$/m);
  const server = await serve(company.file);
  const policy = await company.policy({
    ...company.keys,
    phoneLookup: 'inBackground',
    phoneIndexUrl: server.url,
    phoneIndexSpreadMinutes: 0,
  });
  const { app, page, desk, end } = await launch(['--lang=en-GB', policy], secrets.env);
  // A desk fetches once a minute at most.
  const passMinute = () =>
    app.evaluate(() => {
      const before = Date.now;
      Date.now = () => before() + 60_000;
    });
  await expect.poll(() => statesOf(page)).toEqual(['complete', 'complete']);
  expect(server.answers).toEqual(['200 /index', '200 /index.sig']);
  await desk.find('030/23125-001');
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');

  await passMinute();
  await fetchNow(page);
  await expect.poll(() => server.answers.slice(2)).toEqual(['304 /index']);
  await expect.poll(() => statesOf(page)).toEqual(['complete', 'complete']);

  const tampered = await readFile(company.file);
  const last = tampered.length - 1;
  tampered[last] = (tampered[last] ?? 0) ^ 1;
  server.replaced.set('', tampered);
  await passMinute();
  await fetchNow(page);
  await expect.poll(() => statesOf(page)).toEqual(['complete notSigned', 'complete notSigned']);
  await page.keyboard.press('ControlOrMeta+Shift+X');
  await desk.find('030/23125-001');
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
  await end();
  await server.close();
});

test('a desk reads the index from a file share', async ({ company, launch, secrets }) => {
  expect(await company.make()).toMatchObject({ code: 0 });
  const policy = await company.policy({
    ...company.keys,
    phoneLookup: 'onDemand',
    phoneIndexUrl: pathToFileURL(company.file).href,
    phoneIndexSpreadMinutes: 0,
  });
  const { page, desk } = await launch(['--lang=en-GB', policy], secrets.env);
  await expect.poll(() => statesOf(page)).toEqual(['complete', 'complete']);
  await desk.find('+49 30 23125001');
  await expect(desk.customer.getByRole('heading')).toHaveText('Edgar Thomas Bullock Meyer');
});

test('a studio whose key is refused keeps its former index in the file, and the task says so', async ({
  company,
  secrets,
  api,
}) => {
  await company.make();
  const [first] = api.studios;
  await secrets.store(`${first?.address}#${first?.id}`, 'wrong-key');
  const { code, errors } = await company.make();
  expect(code).toBe(1);
  expect(errors).toMatch(/Fit Example Munich: failed after 0 customers: unauthorized.* stays in the file$/m);
});

test('arguments and keys that do not fit end the task before a request', async ({ company, api }) => {
  const before = api.requests();
  const { file, keyFile } = company;
  const otherKey = `${keyFile}.other`;
  await writeFile(otherKey, pemOf().pem);
  for (const [args, why] of [
    [['--phone-index', file], 'use ringside --phone-index FILE --signing-key KEYFILE'],
    [['--phone-index', '--signing-key', keyFile], 'use ringside --phone-index FILE --signing-key KEYFILE'],
    [[`--phone-index=${file}`, `--signing-key=${keyFile}x`], 'is no Ed25519 private key'],
    [[`--phone-index=${file}`, `--signing-key=${otherKey}`], 'is not phoneIndexPublicKey'],
  ] as const) {
    const { code, output, errors } = await company.make([...args]);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(why);
  }
  await expect(stat(file)).rejects.toThrow('ENOENT');
  expect(api.requests()).toBe(before);
});
