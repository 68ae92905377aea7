import type { AppStart } from '../preload/contract/calls';

/** What the renderer needs to know of the platform: which modifier its keys are shown with. */
export const platformNames: Partial<Record<NodeJS.Platform, AppStart['platform']>> = {
  win32: 'windows',
  darwin: 'mac',
  linux: 'linux',
};
