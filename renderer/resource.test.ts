import { beforeEach, describe, expect, it } from 'vitest';
import type { BookingSlice } from '../preload/contract/domain';
import { fail, type Outcome, succeed } from '../preload/contract/problem';
import { openAmounts } from './bookings/open-amounts';
import { createBookingsStore } from './features/account/bookings-store';
import { problemOf } from './loadable';
import { createResource } from './resource';

/** Calls that wait until the test answers them. */
class Pending<I, T> {
  readonly inputs: I[] = [];
  readonly #answers: ((outcome: Outcome<T>) => void)[] = [];

  readonly call = (input: I) => {
    this.inputs.push(input);
    return new Promise<Outcome<T>>((resolve) => this.#answers.push(resolve));
  };

  async answer(index: number, outcome: Outcome<T>) {
    this.#answers[index]?.(outcome);
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('a resource of a customer', () => {
  let main: Pending<string, string>;
  let store: ReturnType<typeof createResource<string, string>>;

  beforeEach(() => {
    main = new Pending();
    store = createResource(main.call);
  });

  it('never shows an answer under another customer', async () => {
    void store.getState().opened('a');
    void store.getState().opened('b');
    await main.answer(1, succeed('of b'));
    await main.answer(0, succeed('of a'));
    expect(store.getState()).toMatchObject({ key: 'b', content: { state: 'ready', value: 'of b' } });
  });

  it('shows no answer after a new call', async () => {
    void store.getState().opened('a');
    store.getState().cleared();
    await main.answer(0, succeed('of a'));
    expect(store.getState()).toMatchObject({ key: undefined, content: { state: 'idle' } });
  });

  it('is kept as older data during a refresh and after it fails', async () => {
    void store.getState().opened('a');
    await main.answer(0, succeed('old'));
    void store.getState().refreshed();
    expect(store.getState().content).toMatchObject({ state: 'loading', previous: { value: 'old' } });
    await main.answer(1, fail({ kind: 'timeout' }));
    expect(store.getState().content).toMatchObject({
      state: 'failed',
      problem: { kind: 'timeout' },
      previous: { value: 'old' },
    });
  });

  it('shows nothing of the previous customer while it loads', async () => {
    void store.getState().opened('a');
    await main.answer(0, succeed('of a'));
    void store.getState().opened('b');
    expect(store.getState().content).toEqual({ state: 'loading', previous: undefined });
  });

  it('keeps the facts of a failure during a retry', async () => {
    void store.getState().opened('a');
    await main.answer(0, fail({ kind: 'timeout' }));
    void store.getState().refreshed();
    expect(problemOf(store.getState().content)).toEqual({ kind: 'timeout' });
    await main.answer(1, succeed('fine'));
    expect(problemOf(store.getState().content)).toBeUndefined();
  });

  it('shows again what was loaded, without a request and with its age', async () => {
    void store.getState().opened('a');
    await main.answer(0, succeed('of a'));
    const before = store.getState().content;
    const showAgain = store.getState().kept();
    void store.getState().opened('b');
    showAgain();
    await main.answer(1, succeed('of b'));
    expect(store.getState()).toMatchObject({ key: 'a', content: before });
    expect(main.inputs).toEqual(['a', 'b']);
  });

  it('loads again what was not loaded when it was left', async () => {
    void store.getState().opened('a');
    const showAgain = store.getState().kept();
    store.getState().cleared();
    await main.answer(0, succeed('too late'));
    showAgain();
    expect(store.getState()).toMatchObject({ key: 'a', content: { state: 'loading' } });
    await main.answer(1, succeed('of a'));
    expect(store.getState().content).toMatchObject({ state: 'ready', value: 'of a' });
  });
});

describe('bookings', () => {
  type Input = { id: string; period: 'past' | 'upcoming'; offset?: string };
  const booking = (id: string, dueDate: string) => ({ id, dueDate, installmentPlan: false });
  let main: Pending<Input, BookingSlice>;
  let paint: Pending<null, null>;
  let past: ReturnType<typeof createBookingsStore>;
  let upcoming: ReturnType<typeof createBookingsStore>;

  beforeEach(() => {
    main = new Pending();
    paint = new Pending();
    const afterPaint = async () => void (await paint.call(null));
    upcoming = createBookingsStore({ bookings: main.call }, 'upcoming', afterPaint);
    past = createBookingsStore({ bookings: main.call }, 'past', afterPaint);
  });
  const open = () => {
    for (const store of [upcoming, past])
      void store.getState().opened({ studio: 'https://a.example#1', id: '7' });
  };
  /** Resolves the waits for the paint. */
  const painted = async () => {
    for (const index of paint.inputs.keys()) await paint.answer(index, succeed(null));
  };
  const ids = () => {
    const { content } = past.getState();
    return content.state === 'ready' ? content.value.map(({ id }) => id) : content.state;
  };

  it('are requested when the customer is on screen', async () => {
    open();
    expect(past.getState().content.state).toBe('loading');
    expect(main.inputs).toEqual([]);
    await painted();
    expect(main.inputs).toHaveLength(2);
  });

  it('of a customer who is no longer open are not requested', async () => {
    open();
    for (const store of [upcoming, past]) store.getState().cleared();
    await painted();
    expect(main.inputs).toEqual([]);
  });

  it('arrive in slices, newest first, without duplicates, whatever the order of the answer', async () => {
    open();
    await painted();
    expect(main.inputs).toEqual([
      { studio: 'https://a.example#1', id: '7', period: 'upcoming' },
      { studio: 'https://a.example#1', id: '7', period: 'past' },
    ]);
    const first = [booking('1', '2026-09-01'), booking('2', '2026-10-01')];
    await main.answer(1, succeed({ bookings: JSON.stringify(first), nextOffset: 'x' }));
    expect(ids()).toEqual(['2', '1']);
    void past.getState().moreRequested();
    void past.getState().moreRequested();
    await painted();
    expect(main.inputs.slice(2)).toEqual([
      { studio: 'https://a.example#1', id: '7', period: 'past', offset: 'x' },
    ]);
    await main.answer(
      2,
      succeed({ bookings: JSON.stringify([booking('1', '2026-09-01'), booking('3', '2026-08-01')]) }),
    );
    expect(ids()).toEqual(['2', '1', '3']);
    expect(past.getState().nextOffset).toBeUndefined();
  });

  it('are shown again with their later slices, and continue where they were', async () => {
    open();
    await painted();
    await main.answer(
      1,
      succeed({ bookings: JSON.stringify([booking('1', '2026-09-01')]), nextOffset: 'x' }),
    );
    const showAgain = [past, upcoming].map((store) => store.getState().kept());
    for (const store of [upcoming, past])
      void store.getState().opened({ studio: 'https://a.example#1', id: '8' });
    await painted();
    for (const show of showAgain) show();
    expect(ids()).toEqual(['1']);
    void past.getState().moreRequested();
    await painted();
    expect(main.inputs.slice(4)).toEqual([
      // The upcoming ones had not come.
      { studio: 'https://a.example#1', id: '7', period: 'upcoming' },
      { studio: 'https://a.example#1', id: '7', period: 'past', offset: 'x' },
    ]);
  });

  it('of one period fail without the other, and a failed slice keeps the earlier rows', async () => {
    open();
    await painted();
    await main.answer(0, fail({ kind: 'serverError' }));
    await main.answer(
      1,
      succeed({ bookings: JSON.stringify([booking('1', '2026-09-01')]), nextOffset: 'x' }),
    );
    expect(upcoming.getState().content.state).toBe('failed');
    void past.getState().moreRequested();
    await painted();
    await main.answer(2, fail({ kind: 'timeout' }));
    expect(past.getState()).toMatchObject({
      content: { state: 'failed', previous: { value: [{ id: '1' }] } },
      nextOffset: 'x',
    });
    void past.getState().retried();
    await painted();
    expect(main.inputs.at(-1)).toEqual({
      studio: 'https://a.example#1',
      id: '7',
      period: 'past',
      offset: 'x',
    });
    for (const store of [upcoming, past]) void store.getState().refreshed();
    await painted();
    await main.answer(5, fail({ kind: 'timeout' }));
    void past.getState().retried();
    await painted();
    expect(main.inputs.at(-1)).toEqual({ studio: 'https://a.example#1', id: '7', period: 'past' });
  });
});

it('sums open amounts exactly, each currency apart', () => {
  const open = (amount: string, currency: string) => ({
    id: amount,
    dueDate: '2026-01-01',
    installmentPlan: false,
    openAmount: { amount, currency },
  });
  const silent = { id: '9', dueDate: '2026-01-01', installmentPlan: false };
  const bookings = [open('0.10', 'EUR'), open('0.20', 'EUR'), open('5', 'CHF'), open('0.00', 'EUR'), silent];
  expect(openAmounts(bookings)).toEqual({
    sums: [
      { amount: '0.30', currency: 'EUR' },
      { amount: '5', currency: 'CHF' },
    ],
    open: 3,
    of: 5,
    unknown: 1,
  });
});
