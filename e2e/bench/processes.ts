import { setTimeout as wait } from 'node:timers/promises';
import { processesOf, read } from '../security/packaged';

/** Clock ticks per second in /proc/PID/stat: USER_HZ, 100 on every Linux that Electron supports (proc(5)). */
const ticks = 100;

/** Memory of an app and all its processes, in MB: PSS from /proc/PID/smaps_rollup. */
export function memoryOf(pid: number): number {
  const kilobytes = processesOf(pid).map((each) => {
    const rollup = read(`/proc/${each}/smaps_rollup`);
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** CPU time of an app and all its processes so far, in seconds: utime and stime from /proc/PID/stat. */
export function cpuOf(pid: number): number {
  const spent = processesOf(pid).map((each) => {
    // The name in brackets may contain spaces and brackets; the fields follow the last bracket.
    const fields = read(`/proc/${each}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) || 0) + (Number(fields[12]) || 0);
  });
  return spent.reduce((sum, each) => sum + each, 0) / ticks;
}

/** Memory of the app when it has been stable for a second, or after eight seconds. */
export async function settledMemoryOf(pid: number): Promise<number> {
  const seen = [memoryOf(pid)];
  for (let tries = 0; tries < 32; tries += 1) {
    await wait(250);
    seen.push(memoryOf(pid));
    const last = seen.slice(-5);
    if (last.length === 5 && Math.max(...last) - Math.min(...last) < 0.5) break;
  }
  return seen.at(-1) ?? 0;
}
