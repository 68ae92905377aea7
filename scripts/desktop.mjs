import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Stop, say } from './bootstrap/say.mjs';
import { displayArguments } from './display.mjs';
import { runToEnd } from './run-to-end.mjs';

/**
 * Runs `work` with the environment of a display: the existing one, or an Xvfb that ends with it.
 *
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @template T
 */
export async function withDisplay(work) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return work(process.env);
  say('There is no display: running under Xvfb');
  // Outside the terminal's process group: Ctrl+C must not end the display of an app that is still closing.
  const server = spawn('Xvfb', displayArguments, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const stop = () => server.kill();
  process.once('exit', stop);
  try {
    return await work({ ...process.env, DISPLAY: `:${await displayOf(server)}` });
  } finally {
    process.off('exit', stop);
    stop();
  }
}

async function displayOf(server) {
  const line = once(createInterface({ input: server.stdout }), 'line');
  const ended = once(server, 'exit').then(([code]) => {
    throw new Stop(`Xvfb ended at once (${code}).`);
  });
  // Its end is expected after the display is no longer needed.
  ended.catch(() => undefined);
  try {
    return (await Promise.race([line, ended]))[0];
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`Xvfb could not be started: ${error.message}`);
  }
}

/** Chromium's messages about a missing system bus and graphics card, which are harmless. */
const noise =
  /ERROR:(\S*\/)?(bus|object_proxy)\.cc.*(bus|DBus)|viz_main_impl\.cc.*Exiting GPU process|for shader cache|kTransientFailure/i;

export function runElectron(command, args, env) {
  return runToEnd(command, args, {
    env,
    stdio: ['inherit', 'inherit', 'pipe'],
    keepsQuiet: (line) => noise.test(line),
  });
}
