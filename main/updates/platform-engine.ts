import { dirname } from 'node:path';
import type { DownloadOptions, UpdateInfo } from 'builder-util-runtime';
import { app, type Session, session } from 'electron';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import { createProxyAuthProbe } from '../connection/proxy-auth-probe';
import type { ProxyLogin } from '../connection/proxy-login';
import { proxyOf } from '../connection/test-connection';
import type { FeedChoice } from './feed-choice';
import { appImageOf, thisInstallation, type UpdaterKind } from './installation';
import type { Installers } from './installers';
import { downloadResumably } from './resumable-download';
import type { UpdateEngine } from './service';
import { feedOptions } from './signed-feed';
import { UpdateRefused } from './update-refused';

const updaters = { nsis: NsisUpdater, mac: MacUpdater, appImage: AppImageUpdater };

/** Hosts that a feed may redirect a download to: GitHub serves release files from other hosts. */
const otherHosts: Record<string, RegExp> = { 'github.com': /\.githubusercontent\.com$/ };

/** Opens the download of a file as electron-updater does. @returns URL after redirects */
type Download = (url: URL, destination: string, options: DownloadOptions) => Promise<string>;

/** SECURITY: a compromised feed must not use redirects to probe other servers in the company's network. */
function keepToFeed(own: Session, feed: URL): void {
  own.webRequest.onBeforeRequest(({ url }, decide) => {
    const { origin, protocol, hostname } = new URL(url);
    const other = protocol === 'https:' && otherHosts[feed.hostname]?.test(hostname);
    decide({ cancel: origin !== feed.origin && !other });
  });
}

/** Reads the signed feed with electron-updater; nothing is downloaded. */
export function openFeed({ kind, options }: FeedChoice, proxyLogin: Pick<ProxyLogin, 'fromKeychain'>) {
  const updater: AppUpdater = new updaters[kind](feedOptions(options));
  updater.autoDownload = false;
  // SECURITY: an old version with a known vulnerability must not be installed again, even with a valid signature.
  updater.allowDowngrade = false;
  // electron-updater requests its session under this name.
  const own = session.fromPartition('electron-updater', { cache: false });
  keepToFeed(own, new URL(options.feed));
  const probe = createProxyAuthProbe(own);
  updater.logger = null;
  updater.on('error', () => undefined);
  return {
    updater,
    own,
    /** What the feed offers, if it is newer and meant for this desktop. @throws UpdateRefused or a network error */
    async offer(): Promise<UpdateInfo | undefined> {
      // Signs in to a proxy first: electron-updater's requests cannot wait for the keychain.
      if (proxyOf(await own.resolveProxy(options.feed))) await proxyLogin.fromKeychain(probe, options.feed);
      const result = await updater.checkForUpdates();
      return result?.isUpdateAvailable ? result.updateInfo : undefined;
    },
  };
}

/** Installs updates with electron-updater, which supports each platform, through Ringside's signed feed. */
export function platformEngine(
  choice: FeedChoice,
  proxyLogin: ProxyLogin,
  installers: Installers,
  beforeInstall: () => void,
): UpdateEngine {
  const { kind } = choice;
  const { updater, own, offer } = openFeed(choice, proxyLogin);
  updater.autoInstallOnAppQuit = true;
  // Complete downloads only: the file is compared with the signed hash.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  let offered: UpdateInfo | undefined;
  // electron-updater restarts an interrupted download, and its downloader is a private member.
  const fetchFromFeed = (url: string, init: RequestInit) => own.fetch(url, init);
  const { httpExecutor } = updater as unknown as { httpExecutor: { download: Download } };
  return {
    async check() {
      offered = await offer();
      return offered?.version;
    },
    async download(progress, signal) {
      httpExecutor.download = async (url, destination, { sha512 }) => {
        const size = offered?.files.find((file) => file.sha512 === sha512)?.size;
        if (!sha512 || !size) throw new UpdateRefused('badManifest');
        const folder = dirname(dirname(destination));
        const artifact = { url: url.href, sha512, size };
        await downloadResumably(fetchFromFeed, artifact, folder, destination, progress, signal);
        return destination;
      };
      try {
        const [file] = await updater.downloadUpdate();
        await keepInstaller(kind, installers, offered?.version, file);
      } catch (error) {
        // Wrong publisher (electron-updater, NsisUpdater).
        const tampered = (error as { code?: unknown }).code === 'ERR_UPDATER_INVALID_SIGNATURE';
        throw tampered ? new UpdateRefused('tampered') : error;
      }
    },
    install() {
      beforeInstall();
      updater.quitAndInstall(true, true);
    },
  };
}

/** Keeps what can restore the previous version: the downloaded installer, or the AppImage that is being replaced. */
async function keepInstaller(
  kind: UpdaterKind,
  installers: Installers,
  version: string | undefined,
  file: string | undefined,
): Promise<void> {
  if (kind === 'nsis' && version && file) await installers.keep(version, file);
  const appImage = appImageOf(thisInstallation());
  if (kind === 'appImage' && appImage) await installers.keep(app.getVersion(), appImage);
}
