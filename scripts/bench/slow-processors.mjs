import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Stop } from '../bootstrap/say.mjs';

/** How many times slower the processors are made. */
export const slowdownTarget = 3;

/**
 * Length of a turn, in microseconds; a busy loop has two thirds of each. Shorter ones end before the scheduler has taken the core
 * from the thread that runs: with 3 ms, a thread was only 1.7 times slower.
 */
const periodUs = 12_000;
const busyUs = periodUs - periodUs / slowdownTarget;

const prefix = 'ringside-bench-';

/**
 * The two forms of control groups: the folder of their processor controller, and the files that give a group at most two
 * thirds of one core and precedence over everything else.
 */
const hierarchies = [
  {
    folder: '/sys/fs/cgroup',
    isThere: (folder) => read(join(folder, 'cgroup.controllers')).split(/\s/).includes('cpu'),
    enable: (folder) => writeFileSync(join(folder, 'cgroup.subtree_control'), '+cpu'),
    limits: { 'cpu.max': `${busyUs} ${periodUs}`, 'cpu.weight': '10000' },
  },
  {
    folder: '/sys/fs/cgroup/cpu',
    isThere: (folder) => existsSync(join(folder, 'cpu.cfs_quota_us')),
    enable: () => undefined,
    limits: { 'cpu.cfs_period_us': `${periodUs}`, 'cpu.cfs_quota_us': `${busyUs}`, 'cpu.shares': '262144' },
  },
];

/**
 * Slows every core to a third, until `end` is called: a busy loop on each takes two thirds of it. A `cpu.max` of the benchmark
 * itself would limit the sum of all cores only: a single thread would keep two thirds of its core on a machine with two.
 *
 * @returns {Promise<{ slowdown: Slowdown, end: () => Promise<void> }>}
 *
 * @typedef {object} Slowdown how many times slower a thread, and a thread on each core, were measured to be
 * @property {'cgroup' | 'busy loops'} by
 * @property {number} oneThread
 * @property {number} allCores
 */
export async function slowProcessors(cores = availableParallelism()) {
  const before = await speeds(cores);
  const loops = await startLoops(cores);
  try {
    const after = await speeds(cores);
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

/** Rate of `Emulation.setCPUThrottlingRate` that slows a page to a third where the processors are not slowed that much. */
export function pageRate({ oneThread }) {
  return Math.max(1, rounded(slowdownTarget / oneThread));
}

const rounded = (value) => Math.round(value * 100) / 100;

/**
 * Starts the busy loops, in control groups where these may be created.
 *
 * @returns {Promise<{ by: 'cgroup' | 'busy loops', pids: number[], groups: string[], end: () => Promise<void> }>}
 */
export async function startLoops(cores, groupsOf = hierarchies) {
  const groups = [];
  const loops = [];
  const end = async () => {
    for (const loop of loops) loop.kill('SIGKILL');
    await Promise.all(
      loops.filter((loop) => loop.exitCode === null && !loop.signalCode).map((loop) => once(loop, 'exit')),
    );
    for (const group of groups) await removeGroup(group);
  };
  try {
    for (let core = 0; core < cores; core += 1) groups.push(createGroup(groupsOf, core));
    for (const [core, group] of groups.entries()) {
      const loop = await startLoop(core);
      loops.push(loop);
      writeFileSync(join(group, 'cgroup.procs'), String(loop.pid));
    }
    return { by: 'cgroup', pids: loops.map(({ pid }) => pid), groups, end };
  } catch {
    await end();
  }
  // Where no group may be created, two loops of the same priority as a thread leave it a third.
  groups.length = 0;
  loops.length = 0;
  for (let core = 0; core < cores; core += 1) loops.push(await startLoop(core), await startLoop(core));
  return { by: 'busy loops', pids: loops.map(({ pid }) => pid), groups, end };
}

/** Creates the control group of a core's busy loop. @throws where that is not allowed */
function createGroup(groupsOf, core) {
  const hierarchy = groupsOf.find(({ folder, isThere }) => isThere(folder));
  if (!hierarchy) throw new Stop('No control groups');
  const { folder, enable, limits } = hierarchy;
  removeLeftovers(folder);
  enable(folder);
  const group = join(folder, `${prefix}${process.pid}-${core}`);
  mkdirSync(group);
  for (const [file, value] of Object.entries(limits)) writeFileSync(join(group, file), value);
  return group;
}

/** Removes groups of a run that was killed. A group in use refuses. */
function removeLeftovers(folder) {
  const own = `${prefix}${process.pid}-`;
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix) && !name.startsWith(own)) tryRemove(join(folder, name));
}

async function removeGroup(group) {
  // The kernel needs a moment after the last process has ended.
  for (let tries = 0; tries < 50 && !tryRemove(group); tries += 1) await wait(20);
}

function tryRemove(group) {
  try {
    rmdirSync(group);
    return true;
  } catch {
    return false;
  }
}

/** Starts a busy loop on one core. It ends by itself when this process has ended, and has a session of its own. */
async function startLoop(core) {
  const script = 'while kill -0 "$1"; do n=0; while [ $n -lt 20000 ]; do n=$((n+1)); done; done 2>/dev/null';
  const args = ['-c', String(core), 'sh', '-c', script, 'sh', String(process.pid)];
  const loop = spawn('taskset', args, { stdio: 'ignore', detached: true });
  await once(loop, 'spawn').catch(() => {
    throw new Stop(
      'The slow part of the benchmark needs `taskset` (on Debian `apt-get install util-linux`).',
    );
  });
  return loop;
}

/** Length of a measurement, in milliseconds. */
const measuredMs = 3_000;

const count = `
  const end = performance.now() + ${measuredMs};
  let rounds = 0;
  while (performance.now() < end) for (let step = 0; step < 1e4; step += 1) rounds += 1;
  process.stdout.write(String(rounds));
`;

/** Work done by one thread alone, and by a thread on each core together. */
async function speeds(cores) {
  const oneThread = await workDone();
  const all = await Promise.all(Array.from({ length: cores }, workDone));
  return { oneThread, allCores: all.reduce((sum, each) => sum + each, 0) };
}

async function workDone() {
  const child = spawn(process.execPath, ['-e', count], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const printed = await child.stdout.toArray();
  return Number(Buffer.concat(printed).toString());
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
