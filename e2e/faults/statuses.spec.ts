import { expect } from '@playwright/test';
import { row } from './row';
import { paths } from './scene';
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
  row(id, async (stage) => {
    stage.server.on(paths.balances, status(code));
    await stage.lookUp();
    return {
      also: async () => {
        await expect(stage.desk.fact('HTTP status')).toContainText(String(code));
        await expect(stage.desk.fact('Error message')).toContainText(`It is ${code}`);
      },
    };
  });

row('status204', async (stage) => {
  stage.server.on(paths.balances, ({ response }) => response.writeHead(204).end());
  await stage.lookUp();
  return { also: () => expect(stage.desk.fact('HTTP status')).toContainText('204') };
});

row('status400', async (stage) => {
  const body = {
    errorMessage: 'Not valid',
    args: ['customerId', 12345678901234],
    typedArgs: [{ type: 'STRING', value: 'customerId' }],
  };
  stage.server.on(paths.balances, status(400, body));
  await stage.lookUp();
  return {
    also: async () => {
      for (const words of ['12345678901234', 'STRING', 'customerId'])
        await expect(stage.desk.fact('Arguments')).toContainText(words);
    },
  };
});

row('markup', async (stage) => {
  const markup = '<img src=x onerror="document.title=1"><script>1</script><b>bold</b>';
  const body = {
    errorMessage: `message ${markup}`,
    errorCode: `code ${markup}`,
    args: [`arg ${markup}`],
    typedArgs: [{ type: 'STRING', value: `typed ${markup}` }],
  };
  stage.server.on(paths.balances, status(400, body));
  await stage.lookUp();
  return {
    also: async () => {
      await expect(stage.desk.fact('Error message')).toContainText(`message ${markup}`);
      await expect(stage.desk.fact('Error code')).toContainText(`code ${markup}`);
      await expect(stage.desk.fact('Arguments')).toContainText(`typed ${markup}`);
      await expect(stage.page.locator('#root').locator('script, img, b')).toHaveCount(0);
    },
  };
});

row('status403Studio', async (stage) => {
  const body = { errorMessage: 'No privilege', errorCode: 'errormessage.permission.denied' };
  stage.server.on(paths.balances, status(403, body));
  await stage.lookUp();
  return undefined;
});

row('errorWithoutBody', async (stage) => {
  stage.server.on(paths.balances, ({ socket }) =>
    socket.end('HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\n\r\n'),
  );
  await stage.lookUp();
  return { also: () => expect(stage.desk.fact('Error message')).toContainText('Not supplied') };
});

row('errorEmptyBody', async (stage) => {
  stage.server.on(paths.balances, ({ response }) => response.writeHead(403, { 'Content-Length': 0 }).end());
  await stage.lookUp();
  return { also: () => expect(stage.desk.fact('Error message')).toContainText('Not supplied') };
});

row('errorHtml', async (stage) => {
  stage.server.on(paths.balances, ({ response }) =>
    response
      .writeHead(500, { 'Content-Type': 'text/html' })
      .end('<html><h1>Whitelabel Error Page</h1></html>'),
  );
  await stage.lookUp();
  return { also: () => expect(stage.desk.fact('HTTP status')).toContainText('500') };
});

row('errorWithoutMessage', async (stage) => {
  stage.server.on(paths.balances, status(409, { errorCode: 'errormessage.conflict' }));
  await stage.lookUp();
  return {
    also: async () => {
      await expect(stage.desk.fact('Error message')).toContainText('Not supplied');
      await expect(stage.desk.fact('Error code')).toContainText('errormessage.conflict');
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

row('status503Once', async (stage) => {
  stage.server.on(paths.balances, inTurn(503));
  await stage.lookUp();
  return undefined;
});

row('statusGateways', async (stage) => {
  stage.server.on(paths.balances, inTurn(502, 504));
  await stage.lookUp();
  return undefined;
});

row('redirectGet', async (stage) => {
  stage.server.on(paths.balances, ({ response }) =>
    response.writeHead(302, { Location: `${stage.other.origin}/elsewhere` }).end(),
  );
  await stage.lookUp();
  return { also: async () => expect(stage.other.seen).toEqual([]) };
});

row('redirectPost', async (stage) => {
  stage.server.on(paths.search, ({ response }) =>
    response.writeHead(307, { Location: `${stage.other.origin}/elsewhere` }).end(),
  );
  await stage.lookUp('example@email.com');
  return { counted: paths.search, also: async () => expect(stage.other.seen).toEqual([]) };
});
