import { runDemoServer } from './command-line';

// The entry of `npm run demo-server`: the server of the demo data by itself, on plain Node.
runDemoServer(process.argv.slice(2), (line) => console.log(line)).then(
  (server) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  },
  (error: unknown) => {
    console.error(`The demo server could not start: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  },
);
