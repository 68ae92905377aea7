import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { Stop } from './bootstrap/say.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const timeoutMs = 10_000;

/**
 * Runs a program until it ends, forwards signals to it, and returns its exit code as a shell does. `keepsQuiet`
 * selects lines of a piped standard error that are not shown. `onOutput` receives all output, which is not shown then.
 */
export async function runToEnd(command, args, { keepsQuiet = () => false, onOutput, ...options } = {}) {
  const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, { stdio, ...options });
  let hardEnd;
  const forward = (signal) => {
    // A terminal sends Ctrl+C to the child as well; a second one would make Playwright abort immediately.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
    // An app with an open system dialog reacts only to SIGKILL.
    hardEnd ??= setTimeout(() => child.kill('SIGKILL'), timeoutMs).unref();
  };
  for (const signal of signals) process.on(signal, forward);
  if (onOutput)
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  else if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!keepsQuiet(line)) process.stderr.write(`${line}\n`);
    });
  }
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', (error) => reject(new Stop(`${command} could not be started: ${error.message}`)));
      // `close` comes after the last output.
      child.once(onOutput ? 'close' : 'exit', (code, signal) =>
        resolve(code ?? 128 + constants.signals[signal]),
      );
    });
  } finally {
    clearTimeout(hardEnd);
    for (const signal of signals) process.off(signal, forward);
  }
}
