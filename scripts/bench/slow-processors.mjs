import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Stop } from '../bootstrap/say.mjs';

/** How many times slower the processors are made. */
export const slowdownTarget = 3;

/** Share of each core that is taken from everything else. */
const takenShare = 1 - 1 / slowdownTarget;

/** Length of a time slice, in milliseconds: no thread waits longer than two thirds of it for its core. */
const periodMs = 1;

/**
 * Where the loops run with real-time priority (sched(7)), they interrupt every other thread once a period. A slow processor
 * does each thing slower, but makes nothing wait; with longer slices, a thread that is woken waits for a time that no slow
 * processor needs. With a normal priority the scheduler decides when a thread gets the core back, which takes up to 8 ms.
 */
const realTime = ['chrt', '--fifo', '1'];

/**
 * Slows every core to a third, until `end` is called: a busy loop on each takes two thirds of it. A `cpu.max` of the benchmark
 * itself would limit the sum of all cores only: a single thread would keep two thirds of its core on a machine with two.
 *
 * @returns {Promise<{ slowdown: Slowdown, end: () => Promise<void> }>}
 *
 * @typedef {object} Slowdown how many times slower a thread, and a thread on each core, were measured to be
 * @property {'real-time loops' | 'busy loops'} by
 * @property {number} oneThread
 * @property {number} allCores
 */
export async function slowProcessors() {
  const cores = [...Array(availableParallelism()).keys()];
  const before = await best(() => speeds(cores.length));
  let share = takenShare;
  let loops = await startLoops(cores, share);
  try {
    let after = await speeds(cores.length);
    for (let corrections = 0; corrections < maxCorrections; corrections += 1) {
      const slowdown = before.allCores / after.allCores;
      if (loops.by !== 'real-time loops' || Math.abs(slowdown / slowdownTarget - 1) < tolerance) break;
      await loops.end();
      share = correctedShare(slowdown, share);
      loops = await startLoops(cores, share);
      after = await speeds(cores.length);
    }
    loops.check();
    const slowdown = {
      by: loops.by,
      oneThread: rounded(before.oneThread / after.oneThread),
      allCores: rounded(before.allCores / after.allCores),
    };
    return { slowdown, end: loops.end };
  } catch (error) {
    await loops.end();
    throw error;
  }
}

/** Corrections of the share, and how far the slowdown may be from its target without one, as a part of it. */
const [maxCorrections, tolerance] = [3, 0.1];

/** Of two measurements the better value of each: what else a machine does only makes it slower. */
async function best(measure) {
  const [one, other] = [await measure(), await measure()];
  return Object.fromEntries(Object.keys(one).map((key) => [key, Math.max(one[key], other[key])]));
}

/**
 * Share of a loop with which a thread becomes three times slower: waking up and the change of threads take a part as well.
 *
 * @param slowdown measured with a share of `share`
 */
export function correctedShare(slowdown, share = takenShare) {
  const overhead = 1 - 1 / slowdown - share;
  return Math.min(takenShare, Math.max(takenShare / 2, takenShare - overhead));
}

/**
 * Rate of `Emulation.setCPUThrottlingRate` that slows a page to a third where the processors are not slowed that much. Real-time
 * loops are; the page would wait beside them for a thread that interrupts it as well.
 */
export function pageRate({ by, oneThread }) {
  return by === 'real-time loops' ? 1 : Math.max(1, rounded(slowdownTarget / oneThread));
}

const rounded = (value) => Math.round(value * 100) / 100;

/**
 * Starts a busy loop on each of the cores. Without real-time priority, two loops of the same priority as a thread leave it a third.
 *
 * @returns {Promise<{ by: 'real-time loops' | 'busy loops', pids: number[], check: () => void, end: () => Promise<void> }>}
 *   `check` throws when a loop has ended, for example because its core may not be used
 */
export async function startLoops(cores, share = takenShare, isRealTime = mayBeRealTime()) {
  const loops = [];
  const end = async () => {
    for (const loop of loops) loop.kill('SIGKILL');
    await Promise.all(
      loops.filter((loop) => loop.exitCode === null && !loop.signalCode).map((loop) => once(loop, 'exit')),
    );
  };
  try {
    for (const core of cores)
      if (isRealTime) loops.push(await startLoop(core, share, realTime));
      else loops.push(await startLoop(core, 1), await startLoop(core, 1));
  } catch (error) {
    await end();
    throw error;
  }
  const check = () => {
    if (loops.some(({ exitCode }) => exitCode !== null))
      throw new Stop(
        `The slow part of the benchmark needs a busy loop on each of the cores ${cores.join(', ')}.`,
      );
  };
  const by = isRealTime ? 'real-time loops' : 'busy loops';
  return { by, pids: loops.map(({ pid }) => pid), check, end };
}

/** Whether this user may start a process with real-time priority; on most systems only root may. */
function mayBeRealTime() {
  return spawnSync(realTime[0], [...realTime.slice(1), 'taskset', '--cpu-list', '0', 'true']).status === 0;
}

const loopFile = fileURLToPath(new URL('busy-core.mjs', import.meta.url));

/** Starts a busy loop on one core. It ends by itself when this process has ended, and has a session of its own. */
async function startLoop(core, share, withPriority = []) {
  const [command, ...args] = [
    ...withPriority,
    'taskset',
    '--cpu-list',
    String(core),
    process.execPath,
    loopFile,
    String(process.pid),
    String(periodMs),
    String(share),
  ];
  const loop = spawn(command, args, { stdio: 'ignore', detached: true });
  await once(loop, 'spawn').catch(() => {
    throw new Stop(
      'The slow part of the benchmark needs `taskset` (on Debian `apt-get install util-linux`).',
    );
  });
  return loop;
}

/** Length of a measurement, in milliseconds. */
const measuredMs = 3_000;

// Parsing takes memory, allocates and collects garbage, as an app does; counting alone stays in the registers.
const work = `
  const text = JSON.stringify(Array.from({ length: 50 }, (_, id) => ({ id, name: 'Name ' + id, amount: id / 100 })));
  const end = performance.now() + ${measuredMs};
  let rounds = 0;
  for (; performance.now() < end; rounds += 1) JSON.parse(text);
  process.stdout.write(String(rounds));
`;

/** Work done by one thread alone, and by a thread on each core together. */
async function speeds(cores) {
  const oneThread = await workDone();
  const all = await Promise.all(Array.from({ length: cores }, workDone));
  return { oneThread, allCores: all.reduce((sum, each) => sum + each, 0) };
}

async function workDone() {
  const child = spawn(process.execPath, ['-e', work], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const printed = await child.stdout.toArray();
  return Number(Buffer.concat(printed).toString());
}
