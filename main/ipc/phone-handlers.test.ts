import { expect, it } from 'vitest';
import type { Customer, SearchHit, Where } from '../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import { LatestRequests } from '../api/latest-request';
import type { PhoneFound } from '../api/phone-search';
import { noPhoneIndex } from '../phone-index/phone-indexer';
import { RecentCustomers } from '../privacy/recent-customers';
import { createPhoneHandlers } from './phone-handlers';

const studio = 'https://a.example#1';
const anna: Customer = {
  id: '1',
  status: 'MEMBER',
  accessRefused: false,
  firstName: 'Anna',
  lastName: 'Berg',
  country: 'DE',
  phones: ['030/23125001', '112', '0900 1234567'],
};
const hit = (customer: Customer): SearchHit => ({ customer, studio, matchedBy: 'phone' });

/** Handlers of a desk that has found Anna. */
function desk({
  dialLinks = true,
  found = succeed<PhoneFound>({ hits: [], tried: ['phone'] }) as Outcome<PhoneFound>,
  dialled = 'opened' as 'opened' | 'tooMany' | 'failed',
} = {}) {
  const customers = new RecentCustomers();
  customers.seen.add([hit(anna)]);
  const [asked, links, logged]: [[string, Where][], string[], object[]] = [[], [], []];
  const handlers = createPhoneHandlers(
    {
      phoneIndex: noPhoneIndex,
      connection: { studios: () => [] },
      callers: new LatestRequests(),
      customers,
      policy: { dialLinks },
      externalLinks: {
        async dial(link) {
          links.push(link);
          return dialled;
        },
      },
      log: { event: (event) => logged.push(event) },
      region: 'US',
    },
    {
      async find(number, where) {
        asked.push([number, where]);
        return found;
      },
    },
  );
  return { handlers, customers, asked, links, logged };
}

it('names the caller as the list of hits does, with the number of others', async () => {
  const found = succeed<PhoneFound>({
    hits: [hit(anna), hit({ ...anna, id: '2' })],
    tried: ['phone'],
    phone: { isComplete: true },
  });
  const { handlers, asked } = desk({ found });
  expect(await handlers['phone:identify']({ number: '030 23125001' })).toEqual(
    succeed({ studio, id: '1', name: 'Berg, Anna', others: 1 }),
  );
  await handlers['phone:identify']({ number: '030 23125001', studio });
  expect(asked.map(([, where]) => where)).toEqual([{ studios: 'all' }, { studio, scope: 'studio' }]);
});

it.each<[string, Omit<PhoneFound, 'tried'>]>([
  [
    'only the last digits match',
    { hits: [{ ...hit(anna), matchedBy: 'phoneEnding' }], phone: { isComplete: true } },
  ],
  ['the index is not complete', { hits: [hit(anna)], phone: { isComplete: false } }],
  ['only the customers of this session were compared', { hits: [hit(anna)] }],
  [
    'a studio has not answered',
    {
      hits: [hit(anna)],
      phone: { isComplete: true },
      coverage: {
        asked: 2,
        answered: 1,
        missing: [{ studio: 'https://a.example#2', problem: { kind: 'offline' } }],
      },
    },
  ],
])('says that the number may be of somebody else when %s', async (_what, answer) => {
  const found = succeed<PhoneFound>({ ...answer, tried: ['phone'] });
  expect(await desk({ found }).handlers['phone:identify']({ number: '23125001' })).toMatchObject({
    value: { id: '1', isUncertain: true },
  });
});

it('names nobody', async () => {
  expect(await desk().handlers['phone:identify']({ number: '030 1' })).toEqual(succeed(null));
});

it.each([{ sharedBy: 21 }, { sharedBy: 21, isUncertain: true as const }])(
  'says that too many have the number: %j',
  async (shared) => {
    const found = succeed<PhoneFound>({ hits: [], tried: ['phone'], phone: { isComplete: true, ...shared } });
    expect(await desk({ found }).handlers['phone:identify']({ number: '030 1' })).toEqual(succeed(shared));
  },
);

it('passes a failure on', async () => {
  const found = fail({ kind: 'offline' });
  expect(await desk({ found }).handlers['phone:identify']({ number: '030 1' })).toEqual(found);
});

it('shows the numbers of a customer whom this session has found, and which of them can be dialled', async () => {
  const { handlers } = desk();
  expect(await handlers['phone:numbers']({ studio, id: '1' })).toEqual(
    succeed([
      { sent: '030/23125001', shown: '+49 30 23125001', canDial: true },
      { sent: '112', shown: '112', canDial: false },
      { sent: '0900 1234567', shown: '+49 900 1 234567', canDial: false },
    ]),
  );
});

it('dials a number of the record and logs that without the number', async () => {
  const { handlers, links, logged } = desk();
  expect(await handlers['phone:dial']({ studio, id: '1', sent: '030/23125001' })).toEqual(succeed(null));
  expect(links).toEqual(['tel:+493023125001']);
  expect(logged).toEqual([{ event: 'dialled' }]);
});

it.each([
  ['a number that the page has made up', { id: '1', sent: '+49 30 111111' }],
  ['another writing of a number', { id: '1', sent: '03023125001' }],
  ['an emergency number', { id: '1', sent: '112' }],
  ['a premium number', { id: '1', sent: '0900 1234567' }],
  ['a customer whom nobody has looked up', { id: '2', sent: '030/23125001' }],
])('does not dial %s', async (_what, input) => {
  const { handlers, links, logged } = desk();
  expect(await handlers['phone:dial']({ studio, ...input })).toMatchObject({
    problem: { kind: 'invalidInput' },
  });
  expect([...links, ...logged]).toEqual([]);
});

it('shows and dials nothing without the policy, or for a customer whom main has forgotten', async () => {
  const off = desk({ dialLinks: false });
  const forgotten = desk();
  forgotten.customers.forgotten();
  for (const { handlers, links } of [off, forgotten]) {
    expect(await handlers['phone:numbers']({ studio, id: '1' })).toEqual(succeed([]));
    expect(await handlers['phone:dial']({ studio, id: '1', sent: '030/23125001' })).toMatchObject({
      ok: false,
    });
    expect(links).toEqual([]);
  }
});

it.each([
  ['tooMany', 'tooManyCalls'],
  ['failed', 'internal'],
] as const)('logs nothing when dialling is %s, and says so', async (dialled, kind) => {
  const { handlers, logged } = desk({ dialled });
  expect(await handlers['phone:dial']({ studio, id: '1', sent: '030/23125001' })).toMatchObject({
    problem: { kind },
  });
  expect(logged).toEqual([]);
});
