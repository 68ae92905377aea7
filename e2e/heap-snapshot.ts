import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** The page's heap as one text. */
export async function heapSnapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

/** Waits until a text is not in the page's heap: a late answer or a pending effect may hold it for a moment. */
export async function goneFromHeap(page: Page, text: string | RegExp): Promise<void> {
  const found = async () => (await heapSnapshot(page)).match(text)?.[0];
  await expect.poll(found).toBeUndefined();
}

/** The heap of main as one text. It is written to a file in the user data folder. */
export async function mainHeapSnapshot(app: ElectronApplication, home: string): Promise<string> {
  const file = join(home, 'main.heapsnapshot');
  await app.evaluate((_, path) => process.getBuiltinModule('v8').writeHeapSnapshot(path), file);
  const heap = await readFile(file, 'utf8');
  await rm(file);
  return heap;
}
