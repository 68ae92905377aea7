import { rm } from 'node:fs/promises';

/** Removes a folder, into which the last process of a test may still write while it ends. */
export function removeFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
