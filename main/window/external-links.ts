import { TokenBuckets } from '../token-buckets';

/** Rate limit: one link at once, then one every two seconds. */
const linkRate = (now: () => number) => new TokenBuckets(now, 1, 1 / 2000);

/**
 * Opens links outside Ringside in the default browser.
 *
 * SECURITY: a hostile page could send data to any host by opening links. Allowed are https URLs with a host that the
 * policy names, without a port, at a limited rate.
 */
export class ExternalLinks {
  #hosts: readonly string[] = [];

  /** @param open called with a URL that is allowed */
  constructor(
    private readonly open: (url: string) => unknown,
    private readonly rate = linkRate(Date.now),
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
}
