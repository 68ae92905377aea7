import { app } from 'electron';
import { type CheckReport, worstStatus } from '../../preload/contract/check';
import type { DesktopParts } from '../check/desktop-check';

/**
 * Checks the desktop of a running Ringside, in the language of its window. SECURITY: a page that asks again while a check runs
 * gets the result of that one, so that it cannot multiply requests and writes to the keychain.
 */
export function createDesktopCheck(
  parts: Omit<DesktopParts, 'userData' | 'logs'>,
  language: () => 'en' | 'de',
): () => Promise<CheckReport> {
  let running: Promise<CheckReport> | undefined;
  const check = async () => {
    // Loaded at the first use, which most desks never need.
    const { checkDesktop } = await import('../check/desktop-check');
    const folders = { userData: app.getPath('userData'), logs: app.getPath('logs') };
    const lines = (await Promise.all(checkDesktop({ ...parts, ...folders }, language()))).flat();
    return { status: worstStatus(lines), lines };
  };
  return () => {
    running ??= check().finally(() => {
      running = undefined;
    });
    return running;
  };
}
