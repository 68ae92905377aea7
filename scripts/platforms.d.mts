export interface Platform {
  electron: string;
  unpacked: (arch: string) => string;
  app: string;
  ownDesktop: boolean;
  ownFolders: boolean;
  endTree?: (pid: number) => [command: string, ...args: string[]];
}

export const platforms: Record<'win32' | 'darwin' | 'linux', Platform>;
export const here: Platform;
export function endTree(pid: number, signal?: NodeJS.Signals): void;
