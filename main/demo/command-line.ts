import { parseArgs } from 'node:util';
import { listFaults } from './list-faults';
import { type DemoServer, startDemoServer } from './server';

/**
 * Starts the demo server with the options of the command line and prints how to send requests to it, line by line.
 */
export async function runDemoServer(args: string[], print: (line: string) => void): Promise<DemoServer> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4010' },
      key: { type: 'string', default: 'demo-key-not-secret' },
      'chain-key': { type: 'string', default: 'demo-chain-key-not-secret' },
      generated: { type: 'string' },
      'list-fault': { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`No port: ${values.port}`);
  const listFault = listFaults.find((each) => each === values['list-fault']);
  if (values['list-fault'] !== undefined && !listFault)
    throw new Error(`--list-fault is one of ${listFaults.join(', ')}`);
  const server = await startDemoServer({
    key: values.key,
    chainKey: values['chain-key'],
    port,
    ...(values.generated !== undefined && { generated: Number(values.generated) }),
    ...(listFault && { listFault }),
  });
  print(`Address  ${server.origin}`);
  print(`Key      ${server.key}`);
  for (const { name, address, key } of server.studios.slice(1))
    print(`Key      ${key}   ${name}, ${address}`);
  print(`Try      curl -H 'X-API-KEY: ${server.key}' ${server.origin}/v1/customers/1001/account/balances`);
  print('Ctrl+C ends it.');
  return server;
}
