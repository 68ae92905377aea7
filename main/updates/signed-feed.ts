import { CancellationToken, type CustomPublishOptions, type UpdateInfo } from 'builder-util-runtime';
import type { AppUpdater, ResolvedUpdateFileInfo } from 'electron-updater';
import { Provider, type ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { maxManifestBytes, readManifest } from './manifest';
import { UpdateRefused } from './update-refused';

/** Time limit of a request to the feed, in milliseconds. */
const checkMs = 30_000;

/** Options that electron-updater passes to its provider; made by {@link feedOptions}. */
interface FeedOptions extends CustomPublishOptions {
  feed: string;
  channel: 'stable' | 'pilot';
  publicKey: string;
}

export function feedOptions(options: Pick<FeedOptions, 'feed' | 'channel' | 'publicKey'>): FeedOptions {
  return { provider: 'custom', updateProvider: SignedFeed as never, ...options };
}

/** Update feed on a static web server: manifests, their signatures and installers in one folder. */
class SignedFeed extends Provider<UpdateInfo> {
  readonly #feed: URL;

  constructor(
    private readonly options: FeedOptions,
    _updater: AppUpdater,
    runtime: ProviderRuntimeOptions,
  ) {
    super(runtime);
    this.#feed = new URL(options.feed);
  }

  /** Fetches the channel's manifest and its signature. @throws UpdateRefused */
  async getLatestVersion(): Promise<UpdateInfo> {
    const { channel, publicKey } = this.options;
    const name = `${this.getCustomChannelName(channel === 'stable' ? 'latest' : channel)}.yml`;
    const [manifest, signature] = [await this.#text(name), await this.#text(`${name}.sig`)];
    const read = readManifest(Buffer.from(manifest), signature, publicKey, this.#feed, channel === 'pilot');
    return { ...read, path: '', sha512: '', releaseDate: String(read.releaseDate ?? '') } as UpdateInfo;
  }

  resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
    return files.map((info) => ({ url: new URL(info.url, this.#feed), info }));
  }

  /** SECURITY: electron-updater has no time limit; a feed that hangs must not block the next check. */
  async #text(name: string): Promise<string> {
    const token = new CancellationToken();
    const late = setTimeout(() => token.cancel(), checkMs);
    let text: string | null;
    try {
      text = await this.httpRequest(new URL(name, this.#feed), null, token);
    } catch (error) {
      if (token.cancelled) throw new UpdateRefused('timeout');
      const answered = typeof (error as { statusCode?: unknown }).statusCode === 'number';
      throw new UpdateRefused(answered ? 'noManifest' : 'unreachable');
    } finally {
      clearTimeout(late);
    }
    if (!text || text.length > maxManifestBytes || /^\s*</.test(text)) throw new UpdateRefused('noManifest');
    return text;
  }
}
