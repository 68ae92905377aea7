import { listName } from '../../preload/contract/list-name';
import type { Caller, CustomerPhone, SharedNumber } from '../../preload/contract/phone-index';
import { fail, succeed } from '../../preload/contract/problem';
import type { CustomerRef, Studio } from '../../preload/contract/studio';
import type { LatestRequests } from '../api/latest-request';
import { loadPhoneNumbers } from '../api/load-phone-numbers';
import type { PhoneSearch } from '../api/phone-search';
import type { Log } from '../log/log';
import type { PhoneIndexer } from '../phone-index/phone-indexer';
import type { Policy } from '../policy/keys';
import type { RecentCustomers } from '../privacy/recent-customers';
import type { ExternalLinks } from '../window/external-links';
import type { Handlers } from './register-handlers';

/** What the handlers of telephone numbers work with. */
export interface PhoneServices {
  phoneIndex: PhoneIndexer;
  connection: { studios: () => Studio[] };
  /** The look-up of the caller who waits. It goes on when the present call ends or is put on hold. */
  callers: LatestRequests;
  customers: Pick<RecentCustomers, 'seen'>;
  policy: Pick<Policy, 'dialLinks'>;
  externalLinks: Pick<ExternalLinks, 'dial'>;
  log: Pick<Log, 'event'>;
  /** ISO code of the country of the desk's language. */
  region: string | undefined;
}

type PhoneChannel = Extract<keyof Handlers, `phone:${string}`>;

/** Handlers of the telephone index, of calls and of dialling. */
export function createPhoneHandlers(
  services: PhoneServices,
  phoneSearch: Pick<PhoneSearch, 'find'>,
): Pick<Handlers, PhoneChannel> {
  const { phoneIndex, connection, callers, customers, externalLinks, log, region } = services;

  /** The numbers of a customer whom this session has found, where the policy lets them be dialled. */
  async function numbersOf(customer: CustomerRef) {
    const seen = services.policy.dialLinks ? customers.seen.find(customer) : undefined;
    if (!seen || seen.phones.length === 0) return [];
    await loadPhoneNumbers();
    const { readablePhone } = await import('../api/phone-format');
    return seen.phones.map((sent) => readablePhone(sent, [seen.country, region]));
  }

  return {
    'phone:index': () => succeed(phoneIndex.state()),
    'phone:make-index'({ studios }) {
      phoneIndex.make(studios === 'all' ? connection.studios().map(({ ref }) => ref) : studios);
      return succeed(null);
    },
    'phone:stop-index'() {
      phoneIndex.stop();
      return succeed(null);
    },
    'phone:forget-index'() {
      phoneIndex.forget();
      return succeed(null);
    },
    async 'phone:identify'({ number, studio }) {
      const where =
        studio === undefined ? ({ studios: 'all' } as const) : ({ studio, scope: 'studio' } as const);
      const outcome = await callers.run('caller', (signal) => phoneSearch.find(number, where, signal));
      if (!outcome.ok) return outcome;
      const { hits, phone, coverage } = outcome.value;
      if (phone?.sharedBy !== undefined)
        return succeed<SharedNumber>({
          sharedBy: phone.sharedBy,
          ...(phone.isUncertain && { isUncertain: true }),
        });
      const [first, ...others] = hits;
      if (!first) return succeed(null);
      // The rule for opening a customer automatically: a customer who was not compared may have the number as well.
      const areAllCompared = phone?.isComplete && !coverage?.missing.length;
      const { customer, studio: home, via, matchedBy } = first;
      const name = listName(customer);
      return succeed<Caller>({
        studio: home,
        id: customer.id,
        ...(via && { via }),
        ...(name && { name }),
        others: others.length,
        ...((matchedBy === 'phoneEnding' || !areAllCompared) && { isUncertain: true }),
      });
    },
    async 'phone:numbers'(customer) {
      const numbers = await numbersOf(customer);
      return succeed(
        numbers.map(({ link, ...phone }): CustomerPhone => ({ ...phone, canDial: link !== undefined })),
      );
    },
    async 'phone:dial'({ sent, ...customer }) {
      // SECURITY: the page chooses among the numbers of the record; main makes the link.
      const link = (await numbersOf(customer)).find((phone) => phone.sent === sent)?.link;
      const result = link === undefined ? 'refused' : await externalLinks.dial(link);
      switch (result) {
        case 'opened':
          log.event({ event: 'dialled' });
          return succeed(null);
        case 'refused':
          return fail({ kind: 'invalidInput', detail: 'phone:dial' });
        case 'tooMany':
          return fail({ kind: 'tooManyCalls', detail: 'phone:dial' });
        case 'failed':
          return fail({ kind: 'internal', detail: 'phone:dial' });
      }
    },
  };
}
