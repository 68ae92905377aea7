import { expect } from '@playwright/test';
import { paths } from './fault-context';
import { row } from './fault-row';
import type { Rule } from './server';
import type { FaultId } from './table';

/** An answer with this status, and the documented error body or the given one. */
function status(
  code: number,
  body: unknown = { errorMessage: `It is ${code}`, traceId: '0af7651916cd43dd' },
): Rule {
  return ({ response }) =>
    response.writeHead(code, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

const plain: [FaultId, number][] = [
  ['status401', 401],
  ['status403', 403],
  ['status404', 404],
  ['status409', 409],
  ['status418', 418],
  ['status500', 500],
  ['status503', 503],
];

for (const [id, code] of plain)
  row(id, async (ringside) => {
    ringside.server.on(paths.balances, status(code));
    await ringside.lookUp();
    return {
      also: async () => {
        await expect(ringside.desk.fact('HTTP status')).toContainText(String(code));
        await expect(ringside.desk.fact('Error message')).toContainText(`It is ${code}`);
      },
    };
  });

row('status204', async (ringside) => {
  ringside.server.on(paths.balances, ({ response }) => response.writeHead(204).end());
  await ringside.lookUp();
  return { also: () => expect(ringside.desk.fact('HTTP status')).toContainText('204') };
});

row('status400', async (ringside) => {
  const body = {
    errorMessage: 'Not valid',
    args: ['customerId', 12345678901234],
    typedArgs: [{ type: 'STRING', value: 'customerId' }],
  };
  ringside.server.on(paths.balances, status(400, body));
  await ringside.lookUp();
  return {
    also: async () => {
      for (const words of ['12345678901234', 'STRING', 'customerId'])
        await expect(ringside.desk.fact('Arguments')).toContainText(words);
    },
  };
});

row('markup', async (ringside) => {
  const markup = '<img src=x onerror="document.title=1"><script>1</script><b>bold</b>';
  const body = {
    errorMessage: `message ${markup}`,
    errorCode: `code ${markup}`,
    args: [`arg ${markup}`],
    typedArgs: [{ type: 'STRING', value: `typed ${markup}` }],
  };
  ringside.server.on(paths.balances, status(400, body));
  await ringside.lookUp();
  return {
    also: async () => {
      await expect(ringside.desk.fact('Error message')).toContainText(`message ${markup}`);
      await expect(ringside.desk.fact('Error code')).toContainText(`code ${markup}`);
      await expect(ringside.desk.fact('Arguments')).toContainText(`typed ${markup}`);
      await expect(ringside.page.locator('#root').locator('script, img, b')).toHaveCount(0);
    },
  };
});

row('status403Studio', async (ringside) => {
  const body = { errorMessage: 'No privilege', errorCode: 'errormessage.permission.denied' };
  ringside.server.on(paths.balances, status(403, body));
  await ringside.lookUp();
  return undefined;
});

row('errorWithoutBody', async (ringside) => {
  ringside.server.on(paths.balances, ({ socket }) =>
    socket.end('HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\n\r\n'),
  );
  await ringside.lookUp();
  return { also: () => expect(ringside.desk.fact('Error message')).toContainText('Not supplied') };
});

row('errorEmptyBody', async (ringside) => {
  ringside.server.on(paths.balances, ({ response }) =>
    response.writeHead(403, { 'Content-Length': 0 }).end(),
  );
  await ringside.lookUp();
  return { also: () => expect(ringside.desk.fact('Error message')).toContainText('Not supplied') };
});

row('errorHtml', async (ringside) => {
  ringside.server.on(paths.balances, ({ response }) =>
    response
      .writeHead(500, { 'Content-Type': 'text/html' })
      .end('<html><h1>Whitelabel Error Page</h1></html>'),
  );
  await ringside.lookUp();
  return { also: () => expect(ringside.desk.fact('HTTP status')).toContainText('500') };
});

row('errorWithoutMessage', async (ringside) => {
  ringside.server.on(paths.balances, status(409, { errorCode: 'errormessage.conflict' }));
  await ringside.lookUp();
  return {
    also: async () => {
      await expect(ringside.desk.fact('Error message')).toContainText('Not supplied');
      await expect(ringside.desk.fact('Error code')).toContainText('errormessage.conflict');
    },
  };
});

/** Answers with these statuses one after the other, then as the API does. */
function inTurn(...codes: number[]): Rule {
  return (exchange) => {
    const code = codes[exchange.count - 1];
    if (code === undefined) exchange.pass();
    else status(code)(exchange);
  };
}

row('status503Once', async (ringside) => {
  ringside.server.on(paths.balances, inTurn(503));
  await ringside.lookUp();
  return undefined;
});

row('statusGateways', async (ringside) => {
  ringside.server.on(paths.balances, inTurn(502, 504));
  await ringside.lookUp();
  return undefined;
});

row('redirectGet', async (ringside) => {
  ringside.server.on(paths.balances, ({ response }) =>
    response.writeHead(302, { Location: `${ringside.other.origin}/elsewhere` }).end(),
  );
  await ringside.lookUp();
  return { also: async () => expect(ringside.other.seen).toEqual([]) };
});

row('redirectPost', async (ringside) => {
  ringside.server.on(paths.search, ({ response }) =>
    response.writeHead(307, { Location: `${ringside.other.origin}/elsewhere` }).end(),
  );
  await ringside.lookUp('example@email.com');
  return { counted: paths.search, also: async () => expect(ringside.other.seen).toEqual([]) };
});
