import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { processesOf, read } from '../security/packaged';
import type { QuantityId } from './table';

const megabyte = 1024 * 1024;

/** Measures every quantity after a collection of garbage in main and in the page, when the handles have come to rest. */
export async function measure(
  app: ElectronApplication,
  page: Page,
  home: string,
): Promise<Record<QuantityId, number>> {
  const ofPage = await measurePage(page);
  let before = await measureMain(app);
  // Timers of half a second and connections that end are no growth.
  for (let tries = 0; tries < 20; tries += 1) {
    await wait(250);
    const now = await measureMain(app);
    const isAtRest = now.handles === before.handles;
    before = now;
    if (isAtRest && tries > 2) break;
  }
  const { pid, ...ofMain } = before;
  return { ...ofMain, ...ofPage, ...measureProcesses(pid), ...measureFiles(home) };
}

async function measureMain(app: ElectronApplication) {
  return app.evaluate((electron) => {
    const { app: self, BrowserWindow, ipcMain, nativeTheme, powerMonitor, session, webContents } = electron;
    const [v8, vm] = [process.getBuiltinModule('v8'), process.getBuiltinModule('vm')];
    v8.setFlagsFromString('--expose-gc');
    // One context for all collections.
    const own = globalThis as { collect?: () => void };
    own.collect ??= vm.runInNewContext('gc') as () => void;
    own.collect();
    own.collect();
    const emitters: NodeJS.EventEmitter[] = [
      self,
      ipcMain,
      nativeTheme,
      powerMonitor,
      process,
      session.defaultSession,
      session.fromPartition('page'),
      session.fromPartition('api'),
      ...webContents.getAllWebContents(),
      ...BrowserWindow.getAllWindows(),
    ];
    const listeners = emitters.flatMap((each) => each.eventNames().map((name) => each.listenerCount(name)));
    const handlers = (Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>).size;
    const { heapUsed, external } = process.memoryUsage();
    return {
      pid: process.pid,
      mainHeap: heapUsed / 1024 / 1024,
      mainBuffers: external / 1024 / 1024,
      mainListeners: listeners.reduce((sum, each) => sum + each, handlers),
      contexts: v8.getHeapStatistics().number_of_native_contexts,
      handles: process.getActiveResourcesInfo().length,
    };
  });
}

async function measurePage(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    pageHeap: value('JSHeapUsedSize') / megabyte,
    nodes: value('Nodes'),
    pageListeners: value('JSEventListeners'),
    documents: value('Documents'),
  };
}

/**
 * Memory, open files and threads of the processes, by what they do. Pages that are read from files do not count, because the system
 * frees them and reads them again as it likes.
 */
function measureProcesses(main: number) {
  const pids = processesOf(main);
  const privateOf = (is: (pid: number) => boolean) =>
    pids.filter(is).reduce((sum, pid) => sum + kilobytes(pid, /^Private_Dirty:\s+(\d+)/gm), 0) / 1024;
  const command = new Map(pids.map((pid) => [pid, read(`/proc/${pid}/cmdline`)]));
  const has = (text: string) => (pid: number) => command.get(pid)?.includes(text) ?? false;
  const known = [
    has('--type=renderer'),
    has('--type=gpu-process'),
    has('network.mojom.NetworkService'),
  ] as const;
  const sum = (of: (pid: number) => number) => pids.reduce((total, pid) => total + of(pid), 0);
  return {
    mainMemory: privateOf((pid) => pid === main),
    pageMemory: privateOf(known[0]),
    gpuMemory: privateOf(known[1]),
    networkMemory: privateOf(known[2]),
    otherMemory: privateOf((pid) => pid !== main && !known.some((is) => is(pid))),
    memory: sum((pid) => kilobytes(pid, /^Pss_(?:Anon|Shmem):\s+(\d+)/gm)) / 1024,
    files: sum((pid) => openFiles(pid).length),
    processes: pids.length,
    threads: sum((pid) => Number(/^Threads:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)),
  };
}

/** Sum of some lines of /proc/PID/smaps_rollup, in kilobytes. */
function kilobytes(pid: number, lines: RegExp): number {
  const found = [...read(`/proc/${pid}/smaps_rollup`).matchAll(lines)];
  return found.reduce((sum, [, amount]) => sum + Number(amount), 0);
}

/** What the descriptors of a process refer to. */
export function openFiles(pid: number): string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).map((name) => readlinkSync(join(folder, name)));
  } catch {
    // A process that has ended meanwhile.
    return [];
  }
}

function measureFiles(home: string) {
  const logs = join(home, 'Ringside', 'logs');
  const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const size = (isLog: boolean) =>
    entries
      .filter(({ parentPath }) => (parentPath === logs) === isLog)
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1024;
  return { log: size(true), profile: size(false) };
}
