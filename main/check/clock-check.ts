import type { ApiRequest, Credentials } from '../api/api-request';
import type { Http } from '../api/http';
import type { Finding } from './findings';

/** Seconds above which the clock is off: what is due today and the age of data can then be wrong around midnight. */
const offSeconds = 60;

/** Seconds above which sign-ins fail: Kerberos, which proxies use, recommends five minutes as the limit (RFC 4120, 5.2.3). */
const wrongSeconds = 300;

/** Request without a key, which the API answers with 401 and, like any server with a clock, a `Date` (RFC 9110, 6.6.1). */
const head: ApiRequest = { method: 'HEAD', endpoint: '/v1/customers' };

/** Compares the clock with the `Date` of each address. */
export function checkClock(
  addresses: readonly string[],
  http: Pick<Http, 'status'>,
  end: AbortSignal,
  now: () => number = Date.now,
): Promise<Finding[]> {
  return Promise.all(
    addresses.map(async (subject) => ({ ...(await clockAt({ address: subject }, http, end, now)), subject })),
  );
}

async function clockAt(
  address: Credentials,
  http: Pick<Http, 'status'>,
  end: AbortSignal,
  now: () => number,
): Promise<Finding> {
  const started = now();
  const outcome = await http.status(head, address, end);
  const ended = now();
  const date = outcome.ok ? Number.NaN : Date.parse(outcome.problem.response?.date ?? '');
  if (Number.isNaN(date)) return { code: 'clockUnknown', facts: {} };
  const seconds = Math.trunc(difference(started, ended, date) / 1000);
  const size = Math.abs(seconds);
  const code = size > wrongSeconds ? 'clockWrong' : size > offSeconds ? 'clockOff' : 'clockRight';
  return { code, facts: { seconds } };
}

/**
 * The smallest difference that fits, in milliseconds: the server wrote the `Date`, in whole seconds, at some time between the
 * start and the end of the request.
 */
function difference(started: number, ended: number, date: number): number {
  if (started > date + 999) return started - (date + 999);
  return ended < date ? ended - date : 0;
}
