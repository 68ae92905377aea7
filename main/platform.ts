import type { AppStart } from '../preload/contract/calls';

/**
 * Platform names of the contract by `process.platform`; the renderer shows shortcuts with the platform's modifier
 * keys.
 */
export const platformNames: Partial<Record<NodeJS.Platform, AppStart['platform']>> = {
  win32: 'windows',
  darwin: 'mac',
  linux: 'linux',
};
