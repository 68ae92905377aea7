import { TokenBuckets } from '../token-buckets';

/** One at once, another every two seconds: an agent does not click faster. */
const linkRate = (now: () => number) => new TokenBuckets(now, 1, 1 / 2000);

/**
 * Links out of Ringside, opened by the browser of the desk.
 *
 * SECURITY: a hostile page could tell any host what it knows by opening a link to it. So only https, only the hosts that
 * the policy names, whole and without a port of their own, and not in quick succession.
 */
export class ExternalLinks {
  #hosts: readonly string[] = [];

  /** @param open is given a URL that has passed */
  constructor(
    private readonly open: (url: string) => unknown,
    private readonly rate = linkRate(Date.now),
  ) {}

  /** From now on links may lead to these hosts; their whole names. */
  allow(hosts: readonly string[]): void {
    this.#hosts = hosts;
  }

  /** Opens the link if it may be opened; says nothing either way. */
  follow(link: string): void {
    if (!URL.canParse(link)) return;
    const { href, protocol, host, username, password } = new URL(link);
    const allowed = protocol === 'https:' && this.#hosts.includes(host) && !username && !password;
    if (allowed && this.rate.take('link') === 0) this.open(href);
  }
}
