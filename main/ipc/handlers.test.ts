import { expect, it } from 'vitest';
import { succeed } from '../../preload/contract/problem';
import { LatestRequests } from '../api/latest-request';
import { type IndexMatches, noPhoneIndex } from '../phone-index/phone-indexer';
import { ClipboardGuard } from '../privacy/clipboard-guard';
import { RecentCustomers } from '../privacy/recent-customers';
import { createHandlers, type Services } from './handlers';

function served(policy: Services['policy'] = {}) {
  const logged: string[] = [];
  const held = { text: '' };
  const clipboard = {
    writeText: (text: string) => {
      held.text = text;
    },
    readText: () => held.text,
    clear: () => {
      held.text = '';
    },
  };
  const services = {
    policy,
    customers: new RecentCustomers(),
    requests: { cancelAll: () => undefined },
    clipboardGuard: new ClipboardGuard(clipboard, 'win32'),
    log: { event: ({ event }: { event: string }) => logged.push(event) },
  };
  return { handlers: createHandlers(services as unknown as Services), logged };
}

it.each([0, 1])('applies the rule about copied text with %d calls on hold', async (held) => {
  const { handlers } = served();
  await handlers['clipboard:write']({ text: 'of this caller' });
  expect(await handlers['desk:held']({ held })).toEqual({ ok: true, value: 'stays' });
});

it.each([
  [{ verificationOverride: true }, true, ['verification-overridden']],
  [{ verificationOverride: false }, false, []],
  [{}, false, []],
])(
  'with the policy %j an account shown without verification is accepted and logged: %s',
  async (policy, ok, events) => {
    const { handlers, logged } = served(policy);
    expect(await handlers['desk:overridden'](null)).toMatchObject({ ok });
    expect(logged).toEqual(events);
  },
);

/** Handlers of a desk that waits for its telephone index. */
function withWaitingCaller() {
  const requests = new LatestRequests();
  const callers = new LatestRequests();
  let findNobody: () => void = () => undefined;
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const find = () =>
    new Promise<IndexMatches>((resolve) => {
      findNobody = () => resolve({ exact: [], uncertain: [], isComplete: true });
      asked();
    });
  const services = {
    policy: {},
    customers: new RecentCustomers(),
    requests,
    callers,
    connection: { studios: () => [], exploreDemo: () => succeed({ mode: 'demo' }) },
    phoneIndex: { ...noPhoneIndex, state: () => ({ mode: 'onDemand', studios: [] }), find },
    clipboardGuard: new ClipboardGuard({ writeText() {}, readText: () => '', clear() {} }, 'win32'),
  };
  const handlers = createHandlers(services as unknown as Services);
  const caller = handlers['phone:identify']({ number: '030 901820' });
  return { handlers, requests, callers, caller, isAsked, findNobody: () => findNobody() };
}

type Served = ReturnType<typeof withWaitingCaller>;

it.each<[string, (served: Served) => unknown]>([
  ['New call', ({ handlers }) => handlers['desk:clear'](null)],
  ['Hold', ({ handlers }) => handlers['desk:held']({ held: 1 })],
  ['a change of the studios', ({ handlers }) => handlers['connection:explore-demo'](null)],
  ['another search', ({ requests }) => requests.run('search', async () => undefined)],
])('main goes on looking for the caller who waits after %s', async (_what, happens) => {
  const served = withWaitingCaller();
  await served.isAsked;
  await happens(served);
  served.findNobody();
  expect(await served.caller).toEqual(succeed(null));
});

it('who waits is no longer looked up when the desk is locked, and cancels no lookup of the present call', async () => {
  const { requests, callers, caller, isAsked, findNobody } = withWaitingCaller();
  let isCancelled = false;
  void requests.run('search', (signal) => {
    signal.addEventListener('abort', () => (isCancelled = true));
    return new Promise(() => undefined);
  });
  await isAsked;
  callers.cancelAll();
  findNobody();
  expect(await caller).toMatchObject({ problem: { kind: 'cancelled' } });
  expect(isCancelled).toBe(false);
});
