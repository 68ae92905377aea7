import { join } from 'node:path';

/**
 * Where large files of this machine are kept: on Windows beside the user data folder, which may follow an agent from desk to desk
 * (Known Folders, `FOLDERID_RoamingAppData` and `FOLDERID_LocalAppData`).
 */
export function localFolder(
  platform: NodeJS.Platform,
  { LOCALAPPDATA }: { LOCALAPPDATA?: string },
  userData: string,
): string {
  return platform === 'win32' && LOCALAPPDATA ? join(LOCALAPPDATA, 'Ringside') : userData;
}
