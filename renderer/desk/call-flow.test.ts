import { expect, it, vi } from 'vitest';
import type { Ringside } from '../../preload/contract/api';
import type { AppStart, ClipboardFate } from '../../preload/contract/calls';
import type { SearchHit } from '../../preload/contract/domain';
import type { Caller, SharedNumber } from '../../preload/contract/phone-index';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import type { Studio } from '../../preload/contract/studio';
import { createCallFlow } from './call-flow';
import { createStores } from './stores';

// Node 20 has no navigator.
vi.stubGlobal('navigator', { onLine: true });

/** Answers of main that a test gives when it wants. */
interface Answers {
  searches: unknown[];
  /** Answers the searches, in their order. */
  found: ((hits: readonly SearchHit[]) => void)[];
  /** Answers the requests who is calling, in their order. */
  identify: ((caller: Outcome<Caller | SharedNumber | null>) => void)[];
  /** IDs of the customers whom the search has opened. */
  opened: string[];
  focused: number;
  /** What was asked of main about calls, in its order. */
  order: string[];
}

/** A desk without panels; main answers the end of a call, and a call on hold, with `fate`. */
function desk(fate: Outcome<ClipboardFate>, studios: readonly Studio[] = []) {
  const answers: Answers = { searches: [], found: [], identify: [], opened: [], focused: 0, order: [] };
  const ringside = {
    desk: {
      async clear() {
        answers.order.push('clear');
        return fate;
      },
      async held() {
        answers.order.push('held');
        return fate;
      },
      used: async () => succeed(null),
      async focus() {
        answers.focused += 1;
        return succeed(null);
      },
    },
    customer: {
      async search(input: { reading: unknown; where: unknown }) {
        answers.searches.push({ reading: input.reading, where: input.where });
        return new Promise((resolve) =>
          answers.found.push((hits) =>
            resolve(
              succeed({
                hits: JSON.stringify(hits),
                total: hits.length,
                tried: ['phone'],
                phone: { isComplete: true },
              }),
            ),
          ),
        );
      },
    },
    search: { cancel: async () => succeed(null) },
    phone: {
      identify() {
        answers.order.push('identify');
        return new Promise((answer) => answers.identify.push(answer));
      },
    },
    menu: { opened: async () => succeed(null) },
    clipboard: {},
  } as unknown as Ringside;
  const start = {
    connection: { mode: 'live', studios },
    settings: {},
    update: {},
  } as unknown as AppStart;
  const ignore = () => undefined;
  const onOpen = ({ customer }: SearchHit) => answers.opened.push(customer.id);
  const events = { onOpen, onConnection: ignore, onProxySignIn: ignore, onNetworkBack: ignore };
  const stores = createStores(ringside, start, events);
  const flow = createCallFlow(ringside, stores, [], ignore);
  return { flow, copies: stores.copies, stores, answers };
}

type Flow = ReturnType<typeof desk>['flow'];

it.each<[string, (flow: Flow) => void]>([
  ['New call', ({ newCall }) => newCall()],
  ['a call on hold', ({ hold }) => hold()],
])('an open menu copies nothing after %s, also when main fails', (_, leave) => {
  const { flow, copies, stores } = desk(fail({ kind: 'internal' }));
  stores.call.getState().begun();
  let copied = 0;
  copies.getState().menuOpened({ what: 'balance', copy: () => (copied += 1) });
  copies.getState().menuChosen();
  leave(flow);
  copies.getState().menuChosen();
  expect(copied).toBe(1);
});

it.each<[string, (flow: Flow) => void]>([
  ['New call', ({ newCall }) => newCall()],
  ['Hold', ({ hold }) => hold()],
])('%s says what has become of the copied text', async (_, leave) => {
  const { flow, copies, stores } = desk(succeed('stays'));
  stores.call.getState().begun();
  leave(flow);
  await expect.poll(() => copies.getState().notice).toEqual({ kind: 'stays' });
});

it('a call that is taken back says what has become of the text that was copied before', async () => {
  const { flow, copies, stores } = desk(succeed('cleared'));
  stores.call.getState().begun();
  flow.hold();
  await expect.poll(() => copies.getState().notice).toBeDefined();
  copies.setState({ notice: undefined });
  flow.takeBack();
  await expect.poll(() => copies.getState().notice).toEqual({ kind: 'cleared' });
});

const number = '+4930901820';
const called = { text: number, caller: 'number' } as const;
const edgar: Caller = { studio: 'https://a.example#1', id: '1001', name: 'Edgar Bullock', others: 0 };

it.each([
  [called, { studios: 'all' }],
  [
    { ...called, studio: 'https://a.example#2' },
    { studio: 'https://a.example#2', scope: 'studio' },
  ],
  [{ ...called, unknownStudio: 'Moon' }, { studios: 'all' }],
  // The telephone system has said that these digits are a number; alone they would be read as a customer.
  [{ text: '901820', caller: 'number' } as const, { studios: 'all' }],
])('a call to an idle desk is searched as a telephone number, %j', async (lookup, where) => {
  const { flow, answers } = desk(succeed('stays'), [studio('1'), studio('2')]);
  flow.lookupArrived(lookup);
  expect(answers.searches).toEqual([{ reading: { kind: 'phone', number: lookup.text }, where }]);
  expect(answers).toMatchObject({ focused: 1, identify: [] });
});

it.each(['withheld', 'internal', 'unreadable'] as const)(
  'a call to an idle desk is not searched when its number is %s, and the notice goes with the first input',
  (caller) => {
    const { flow, stores, answers } = desk(succeed('stays'));
    flow.lookupArrived({ text: '205', caller });
    expect(stores.call.getState()).toMatchObject({
      unnumbered: { caller },
      waiting: undefined,
      startedAt: undefined,
    });
    expect(answers).toMatchObject({ searches: [], identify: [], focused: 1 });
    expect(stores.search.getState().text).toBe('');
    stores.call.getState().begun();
    expect(stores.call.getState().unnumbered).toBeUndefined();
  },
);

it('the next call replaces the notice of one without a number', async () => {
  const { flow, stores } = desk(succeed('stays'));
  stores.search.subscribe(({ text }) => text && stores.call.getState().begun());
  flow.lookupArrived({ text: '', caller: 'withheld' });
  flow.lookupArrived(called);
  expect(stores.call.getState().unnumbered).toBeUndefined();
  expect(stores.search.getState().text).toBe(number);
});

it('a call to a busy desk waits and says who it is; Take ends the call and looks the number up', async () => {
  const { flow, stores, answers } = desk(succeed('stays'));
  stores.search.getState().typed('bul');
  flow.lookupArrived(called);
  expect(stores.call.getState()).toMatchObject({ waiting: called, caller: undefined });
  answers.identify[0]?.(succeed(edgar));
  await expect.poll(() => stores.call.getState().caller).toEqual(edgar);
  expect(answers).toMatchObject({ searches: [], focused: 0 });
  flow.takeLookup();
  expect(answers.searches).toEqual([{ reading: { kind: 'phone', number }, where: expect.anything() }]);
  expect(stores.call.getState()).toMatchObject({ waiting: undefined, caller: undefined });
});

it.each([
  ['nobody', succeed(null)],
  ['failed', fail({ kind: 'offline' })],
] as const)('a waiting call says that the number is of %s', async (caller, answer) => {
  const { flow, stores, answers } = desk(succeed('stays'));
  stores.search.getState().typed('bul');
  flow.lookupArrived(called);
  answers.identify[0]?.(answer);
  await expect.poll(() => stores.call.getState().caller).toBe(caller);
});

it('no late answer names another caller, or one who was dismissed', async () => {
  const { flow, stores, answers } = desk(succeed('stays'));
  stores.search.getState().typed('bul');
  flow.lookupArrived(called);
  flow.lookupArrived({ text: '+4989123456', caller: 'number' });
  answers.identify[0]?.(succeed(edgar));
  answers.identify[1]?.(succeed(null));
  await expect.poll(() => stores.call.getState().caller).toBe('nobody');
  flow.lookupArrived({ text: '', caller: 'withheld' });
  expect(stores.call.getState()).toMatchObject({ waiting: { caller: 'withheld' }, caller: undefined });
  flow.lookupArrived(called);
  stores.call.getState().lookupCleared();
  answers.identify[2]?.(succeed(edgar));
  // After the microtasks, in which a late answer would arrive.
  await new Promise((done) => setTimeout(done));
  expect(stores.call.getState()).toMatchObject({ waiting: undefined, caller: undefined });
});

it('a call that is reported twice is one call', async () => {
  const { flow, stores, answers } = desk(succeed('stays'));
  flow.lookupArrived(called);
  flow.lookupArrived(called);
  expect(stores.call.getState().waiting).toBeUndefined();
  expect(answers.searches).toHaveLength(1);
  stores.search.getState().typed('bul');
  flow.lookupArrived(called);
  answers.identify[0]?.(succeed(edgar));
  await expect.poll(() => stores.call.getState().caller).toEqual(edgar);
  flow.lookupArrived(called);
  expect(stores.call.getState().caller).toEqual(edgar);
  expect(answers.identify).toHaveLength(1);
});

it('after a change of studios, main is asked again who waits, when the present call has ended', async () => {
  const { flow, stores, answers } = desk(succeed('stays'));
  stores.search.getState().typed('bul');
  flow.lookupArrived(called);
  answers.identify[0]?.(succeed(edgar));
  await expect.poll(() => stores.call.getState().caller).toEqual(edgar);
  flow.studiosChanged();
  expect(stores.call.getState()).toMatchObject({ waiting: called, caller: undefined });
  expect(answers.order).toEqual(['identify', 'held', 'clear', 'identify']);
  answers.identify[1]?.(succeed(null));
  await expect.poll(() => stores.call.getState().caller).toBe('nobody');
});

it.each<[string, (flow: Flow) => void, string[]]>([
  ['opens by itself', () => undefined, ['1001']],
  ['opens nobody over the customer to whom the agent went back meanwhile', ({ back }) => back(), []],
])('the only customer with a number %s', async (_what, meanwhile, opened) => {
  const { flow, stores, answers } = desk(succeed('stays'));
  flow.lookupArrived(called);
  // The customer of an earlier search, on one line.
  stores.found.setState({ collapsed: true });
  meanwhile(flow);
  const customer = { id: edgar.id, status: 'MEMBER', accessRefused: false };
  answers.found[0]?.([{ customer, studio: edgar.studio, matchedBy: 'phone' }]);
  await expect.poll(() => stores.search.getState().hits).toHaveLength(1);
  expect(answers.opened).toEqual(opened);
});

function studio(id: string): Studio {
  return { ref: `https://a.example#${id}`, address: 'https://a.example', id, name: `Studio ${id}` };
}
