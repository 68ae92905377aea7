import { parseArgs } from 'node:util';
import { startDemoServer } from './server';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    key: { type: 'string', default: 'demo-key-not-secret' },
    'chain-key': { type: 'string', default: 'demo-chain-key-not-secret' },
  },
});

startDemoServer({ key: values.key, chainKey: values['chain-key'], port: Number(values.port) }).then(
  ({ origin, key }) => {
    console.log(`Demo server at ${origin}`);
    console.log(`Try: curl -H 'X-API-KEY: ${key}' ${origin}/v1/customers/1001/account/balances`);
    console.log('Ctrl+C ends it.');
  },
  (error: Error) => {
    console.error(`The demo server could not start: ${error.message}`);
    process.exitCode = 1;
  },
);
