import { CancellationToken } from 'builder-util-runtime';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import type { UpdaterKind } from './installation';
import { Refused } from './refused';
import type { UpdateEngine } from './service';
import { feedOptions } from './signed-feed';

const updaters = { nsis: NsisUpdater, mac: MacUpdater, appImage: AppImageUpdater };

/** electron-updater, which knows how to install on each platform, behind our own feed. */
export function platformEngine(options: Parameters<typeof feedOptions>[0], kind: UpdaterKind): UpdateEngine {
  const updater: AppUpdater = new updaters[kind](feedOptions(options));
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  // SECURITY: an old version with a weakness that is known must not come back, however well it is signed.
  updater.allowDowngrade = false;
  // One way to download: the whole file, which is then held against the signed hash.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  updater.logger = null;
  updater.on('error', () => undefined);
  return {
    async check() {
      const result = await updater.checkForUpdates();
      return result?.isUpdateAvailable ? result.updateInfo.version : undefined;
    },
    async download(progress, signal) {
      const token = new CancellationToken();
      const cancel = () => token.cancel();
      const told = ({ percent }: { percent: number }) => progress(percent);
      signal.addEventListener('abort', cancel);
      updater.on('download-progress', told);
      try {
        await updater.downloadUpdate(token);
      } catch (error) {
        // What electron-updater says of a hash or a size that is not the manifest's (builder-util-runtime, httpExecutor).
        throw /CHECKSUM|sha512|mismatch/i.test(String((error as { code?: unknown }).code ?? error))
          ? new Refused('tampered')
          : error;
      } finally {
        signal.removeEventListener('abort', cancel);
        updater.off('download-progress', told);
      }
    },
    install: () => updater.quitAndInstall(true, true),
  };
}
