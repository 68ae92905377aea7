import { runDemoServer } from './command-line';

// Entry point of `npm run demo-server`: the demo server on plain Node.
runDemoServer(process.argv.slice(2), (line) => console.log(line)).then(
  (server) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  },
  (error: unknown) => {
    console.error(`The demo server could not start: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  },
);
