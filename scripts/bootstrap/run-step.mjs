import { spawn, spawnSync } from 'node:child_process';
import { endTree, here } from '../platforms.mjs';
import { alsoHeldBy, noLongerHeldBy } from './lock.mjs';
import { seconds, showProgress } from './progress.mjs';
import { Stop } from './say.mjs';

/** Whether a child leads a process group, by which it ends with its descendants. */
const grouped = here.endTree === undefined;
const running = new Set();

/** Ends a child with its descendants. */
const end = (child) => endTree(child.pid, 'SIGTERM');

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

function interrupt(signal) {
  for (const child of running) end(child);
  process.stdout.write('\nInterrupted. The next run picks up from here.\n');
  process.exit(exitCodes[signal]);
}

/** Signals are handled only while a step runs. */
function watchSignals(watched) {
  for (const signal of Object.keys(exitCodes)) process[watched ? 'on' : 'off'](signal, interrupt);
}

/**
 * Runs a step without its output, which is shown only when the step fails. A process group of its own, so that an
 * interrupt also reaches the compiler that npm started.
 */
export async function runStep(label, command, args, options = {}) {
  const { tellProgress = seconds, onChild, ...spawning } = options;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: grouped, ...spawning });
  if (running.size === 0) watchSignals(true);
  running.add(child);
  const stopProgress = showProgress(label, tellProgress);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  onChild?.(child, () => end(child));
  try {
    if (child.pid) alsoHeldBy(child.pid);
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, signal) => resolve(status ?? signal));
    });
    if (code !== 0) throw new Stop(`${output.trim()}\n\n${label} failed (${code}).`);
    return output;
  } finally {
    running.delete(child);
    if (running.size === 0) watchSignals(false);
    if (child.pid) noLongerHeldBy(child.pid);
    stopProgress();
  }
}

/** The npm that runs this script, by its path, because Windows cannot spawn npm.cmd without a shell. */
function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, [script, ...args], {}];
  return ['npm', args, { shell: process.platform === 'win32' }];
}

export function npm(label, args, options = {}) {
  const [command, all, spawning] = npmCommand(args);
  return runStep(label, command, all, { ...options, ...spawning });
}

/** Parses npm's JSON output; npm exits with an error when it has findings. */
export function npmJson(args, cwd) {
  const [command, all, spawning] = npmCommand([...args, '--json', '--loglevel=error']);
  const { stdout } = spawnSync(command, all, { cwd, encoding: 'utf8', maxBuffer: 100_000_000, ...spawning });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Stop(`npm ${args.join(' ')} did not answer.`);
  }
}
