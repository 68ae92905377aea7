import { expect } from '@playwright/test';
import { type FaultContext, paths } from './fault-context';
import { ownRow, row } from './fault-row';
import type { Rule } from './server';
import type { FaultId } from './table';

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n';

/** Sends these bytes and closes the connection. */
function bytes(text: string): Rule {
  return ({ socket }) => socket.end(text);
}

/** Sends one byte per second until the client disconnects. */
const drip: Rule = ({ socket }) => {
  socket.write(`${ok}\r\n{`);
  const dripping = setInterval(() => socket.write(' '), 1_000);
  socket.on('close', () => clearInterval(dripping));
};

const broken: [FaultId, Rule, detail: string | undefined][] = [
  ['reset', ({ socket }) => socket.resetAndDestroy(), 'net::ERR_CONNECTION_RESET'],
  ['emptyReply', ({ socket }) => socket.end(), 'net::ERR_EMPTY_RESPONSE'],
  ['headersLate', () => undefined, undefined],
  ['bodyStalls', ({ socket }) => socket.write(`${ok}\r\n{"accountBalance":`), undefined],
  ['bodyDrips', drip, undefined],
  ['bodyShort', bytes(`${ok}Content-Length: 900\r\n\r\n{}`), 'net::ERR_CONTENT_LENGTH_MISMATCH'],
  [
    'chunksCut',
    bytes(`${ok}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`),
    'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
  ],
  [
    'chunksBroken',
    bytes(`${ok}Transfer-Encoding: chunked\r\n\r\nmany\r\n{}\r\n0\r\n\r\n`),
    'net::ERR_INVALID_CHUNKED_ENCODING',
  ],
];

for (const [id, rule, detail] of broken)
  row(id, async (ringside) => {
    ringside.server.on(paths.balances, rule);
    await ringside.lookUp();
    return { also: () => detailIs(ringside, detail) };
  });

async function detailIs(context: FaultContext, detail: string | undefined): Promise<void> {
  await expect(context.desk.fact('HTTP status')).toContainText('No response');
  const fact = context.desk.fact('Detail');
  if (detail === undefined) await expect(fact).toBeHidden();
  else await expect(fact).toHaveText(`Detail${detail}`);
}

row('refused', async (ringside) => {
  await ringside.server.stopListening();
  await ringside.lookUp();
  return {
    counted: false,
    also: async () => {
      await detailIs(ringside, 'net::ERR_CONNECTION_REFUSED');
      // The other case: the network is the only thing that is missing.
      await ringside.server.listen();
      await ringside.desk.closeFacts();
      await ringside.desk.diagnostics.getByRole('button', { name: 'Try again' }).click();
      await expect(ringside.balance).toHaveText('−€89.70');
    },
  };
});

ownRow('unresolved', async (open) => {
  // Chromium answers locally; no request leaves this machine.
  const context = await open('https://studio.invalid', '--host-resolver-rules=MAP studio.invalid ~NOTFOUND');
  await context.lookUp();
  return { context, also: () => detailIs(context, 'net::ERR_NAME_NOT_RESOLVED') };
});

row('staleConnection', async (ringside) => {
  const used = new WeakSet<object>();
  let dead = 0;
  ringside.server.keepAlive = true;
  for (const path of [
    paths.customer,
    paths.balances,
    '/v1/customers/9012',
    '/v1/customers/9012/account/balances',
  ])
    ringside.server.on(path, ({ socket, pass }) => {
      if (used.has(socket)) {
        dead += 1;
        socket.destroy();
      } else {
        used.add(socket);
        pass();
      }
    });
  await ringside.desk.find('1001');
  await expect(ringside.balance).toHaveText('−€89.70');
  await ringside.lookUp('9012');
  return { counted: false, also: async () => expect(dead).toBeGreaterThan(0) };
});
