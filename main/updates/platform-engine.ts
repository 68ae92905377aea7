import { CancellationToken } from 'builder-util-runtime';
import { app, session } from 'electron';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import type { UpdaterKind } from './installation';
import type { Installers } from './installers';
import { Refused } from './refused';
import type { UpdateEngine } from './service';
import { feedOptions } from './signed-feed';

const updaters = { nsis: NsisUpdater, mac: MacUpdater, appImage: AppImageUpdater };

/** Where a feed may redirect a download to: GitHub keeps the files of its releases on hosts of its own. */
const otherHosts: Record<string, RegExp> = { 'github.com': /\.githubusercontent\.com$/ };

/** SECURITY: a feed that was taken over must not learn, by a redirect, what else answers in the company's network. */
function keepToFeed(feed: URL): void {
  session
    .fromPartition('electron-updater', { cache: false })
    .webRequest.onBeforeRequest(({ url }, decide) => {
      const { origin, protocol, hostname } = new URL(url);
      const other = protocol === 'https:' && otherHosts[feed.hostname]?.test(hostname);
      decide({ cancel: origin !== feed.origin && !other });
    });
}

/** electron-updater, which knows how to install on each platform, behind our own feed. */
export function platformEngine(
  options: Parameters<typeof feedOptions>[0],
  kind: UpdaterKind,
  installers: Installers,
  beforeInstall: () => void,
): UpdateEngine {
  const updater: AppUpdater = new updaters[kind](feedOptions(options));
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  // SECURITY: an old version with a weakness that is known must not come back, however well it is signed.
  updater.allowDowngrade = false;
  // One way to download: the whole file, which is then held against the signed hash.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  keepToFeed(new URL(options.feed));
  updater.logger = null;
  updater.on('error', () => undefined);
  let offered = '';
  return {
    async check() {
      const result = await updater.checkForUpdates();
      if (!result?.isUpdateAvailable) return undefined;
      offered = result.updateInfo.version;
      return offered;
    },
    async download(progress, signal) {
      const token = new CancellationToken();
      const cancel = () => token.cancel();
      const told = ({ percent }: { percent: number }) => progress(percent);
      signal.addEventListener('abort', cancel);
      updater.on('download-progress', told);
      try {
        const [file] = await updater.downloadUpdate(token);
        keepInstaller(kind, installers, offered, file);
      } catch (error) {
        // Of a hash that is not the manifest's (builder-util-runtime, DigestTransform).
        const tampered = (error as { code?: unknown }).code === 'ERR_CHECKSUM_MISMATCH';
        throw tampered ? new Refused('tampered') : error;
      } finally {
        signal.removeEventListener('abort', cancel);
        updater.off('download-progress', told);
      }
    },
    install() {
      beforeInstall();
      updater.quitAndInstall(true, true);
    },
  };
}

/** What a later version can be replaced with, should it not start: an installer that has come, an AppImage that is left. */
function keepInstaller(
  kind: UpdaterKind,
  installers: Installers,
  version: string,
  file: string | undefined,
): void {
  if (kind === 'nsis' && file) installers.keep(version, file);
  if (kind === 'appImage' && process.env.APPIMAGE) installers.keep(app.getVersion(), process.env.APPIMAGE);
}
