import { TokenBuckets } from '../token-buckets';

/** Rate limit: one link at once, then one every two seconds. */
const linkRate = (now: () => number) => new TokenBuckets(now, 1, 1 / 2000);

/** Rate limit of dialling: five numbers at once, then one a minute. A call back takes an agent longer. */
export const dialRate = (now: () => number) => new TokenBuckets(now, 5, 1 / 60_000);

/** A link with a whole number (E.164) and an extension, as RFC 3966 defines it. */
const dialLink = /^tel:\+[1-9]\d{4,14}(?:;ext=\d{1,15})?$/;

/**
 * Opens links outside Ringside in the default browser, and telephone numbers in the telephone program.
 *
 * SECURITY: a hostile page could send data to any host by opening links. Allowed are https URLs with a host that the
 * policy names, without a port, at a limited rate.
 */
export class ExternalLinks {
  #hosts: readonly string[] = [];
  #dials = false;

  /** @param open called with a URL that is allowed; rejects when the system has no program for it */
  constructor(
    private readonly open: (url: string) => unknown,
    private readonly rate = linkRate(Date.now),
    private readonly dialling = dialRate(Date.now),
  ) {}

  /** Allows links to these hosts, by their full names. */
  allow(hosts: readonly string[]): void {
    this.#hosts = hosts;
  }

  /** Opens the link if it is allowed. The caller does not learn the result. */
  follow(link: string): void {
    if (!URL.canParse(link)) return;
    const { href, protocol, host, username, password } = new URL(link);
    const allowed = protocol === 'https:' && this.#hosts.includes(host) && !username && !password;
    if (allowed && this.rate.take('link') === 0) this.open(href);
  }

  /** Allows telephone numbers to be dialled. */
  allowDialling(): void {
    this.#dials = true;
  }

  /** Passes a number that main has read from a customer's record to the telephone program of the system. */
  async dial(link: string): Promise<'opened' | 'refused' | 'tooMany' | 'failed'> {
    if (!this.#dials || !dialLink.test(link)) return 'refused';
    // SECURITY: a hostile page must not keep the telephone busy.
    if (this.dialling.take('number') > 0) return 'tooMany';
    try {
      await this.open(link);
      return 'opened';
    } catch {
      return 'failed';
    }
  }
}
