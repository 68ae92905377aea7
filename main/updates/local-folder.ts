import { join } from 'node:path';

/**
 * Folder for large files of this machine. On Windows it is the local application data folder, because the roaming one
 * may follow the user to other desktops (Known Folders, `FOLDERID_RoamingAppData` and `FOLDERID_LocalAppData`).
 */
export function localFolder(
  platform: NodeJS.Platform,
  { LOCALAPPDATA }: { LOCALAPPDATA?: string },
  userData: string,
): string {
  return platform === 'win32' && LOCALAPPDATA ? join(LOCALAPPDATA, 'Ringside') : userData;
}
