import { beforeEach, describe, expect, it } from 'vitest';
import type { BookingSlice } from '../../../preload/contract/domain';
import { fail, succeed } from '../../../preload/contract/problem';
import { Pending } from '../../pending-calls';
import { createBookingsStore } from './bookings-store';

describe('bookings', () => {
  type Input = { id: string; period: 'past' | 'upcoming'; offset?: string; isBackground?: true };
  const booking = (id: string, dueDate: string) => ({ id, dueDate, installmentPlan: false });
  let main: Pending<Input, BookingSlice>;
  let paint: Pending<null, null>;
  let balance: Pending<null, null>;
  let past: ReturnType<typeof createBookingsStore>;
  let upcoming: ReturnType<typeof createBookingsStore>;

  beforeEach(() => {
    main = new Pending();
    paint = new Pending();
    balance = new Pending();
    const afterPaint = async () => void (await paint.call(null));
    const afterBalance = async () => void (await balance.call(null));
    upcoming = createBookingsStore({ bookings: main.call }, 'upcoming', afterPaint, afterBalance);
    past = createBookingsStore({ bookings: main.call }, 'past', afterPaint, afterBalance);
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

  describe('grow in the background', () => {
    const slice = (from: number, count: number, nextOffset?: string) =>
      succeed({
        bookings: JSON.stringify(
          Array.from({ length: count }, (_, index) => booking(String(from + index), '2026-09-01')),
        ),
        ...(nextOffset !== undefined && { nextOffset }),
      });
    const background = { studio: 'https://a.example#1', id: '7', period: 'past', isBackground: true };
    /** Opens past bookings with their first slice. */
    async function openPast() {
      void past.getState().opened({ studio: 'https://a.example#1', id: '7' });
      await painted();
      await main.answer(0, slice(0, 50, '50'));
    }
    const count = () => {
      const { content } = past.getState();
      return content.state === 'ready' ? content.value.length : content.state;
    };
    const balanceShown = async () => {
      for (const index of balance.inputs.keys()) await balance.answer(index, succeed(null));
    };

    it('once the balance is on screen, until they are complete', async () => {
      await openPast();
      expect(past.getState().isGrowing).toBe(true);
      expect(main.inputs).toHaveLength(1);
      await balanceShown();
      expect(main.inputs[1]).toEqual({ ...background, offset: '50' });
      await main.answer(1, slice(50, 50, '100'));
      expect(count()).toBe(100);
      await painted();
      await main.answer(2, slice(100, 20));
      expect(count()).toBe(120);
      await painted();
      expect(past.getState()).toMatchObject({ isGrowing: false, nextOffset: undefined });
      expect(main.inputs).toHaveLength(3);
    });

    it('up to 500, and say that they are incomplete', async () => {
      await openPast();
      await balanceShown();
      for (let at = 1; at < 20 && past.getState().isGrowing; at += 1) {
        await main.answer(at, slice(at * 50, 50, String((at + 1) * 50)));
        await painted();
      }
      expect(count()).toBe(500);
      expect(past.getState()).toMatchObject({ isGrowing: false, nextOffset: '500' });
    });

    it('until a slice fails, which leaves what is there', async () => {
      await openPast();
      await balanceShown();
      await main.answer(1, fail({ kind: 'rateLimited' }));
      expect(count()).toBe(50);
      expect(past.getState()).toMatchObject({ isGrowing: false, nextOffset: '50' });
      expect(main.inputs).toHaveLength(2);
    });

    it('for ten slices, however few bookings they have', async () => {
      await openPast();
      await balanceShown();
      for (let at = 1; at < 20 && past.getState().isGrowing; at += 1) {
        await main.answer(at, slice(at + 100, 1, `after ${at}`));
        await painted();
      }
      expect(main.inputs).toHaveLength(10);
      expect(past.getState()).toMatchObject({ isGrowing: false, nextOffset: 'after 9' });
    });

    it('until the API repeats a slice', async () => {
      await openPast();
      await balanceShown();
      await main.answer(1, slice(0, 50, '50'));
      expect(past.getState().isGrowing).toBe(false);
      expect(main.inputs).toHaveLength(2);
    });

    it('after a refresh before they replace what was there, or as far as they come', async () => {
      await openPast();
      await balanceShown();
      await main.answer(1, slice(50, 50, '100'));
      await painted();
      await main.answer(2, slice(100, 20));
      void past.getState().refreshed();
      await painted();
      await main.answer(3, slice(0, 50, '50'));
      await balanceShown();
      await main.answer(4, slice(50, 50, '100'));
      await painted();
      expect(past.getState().content).toMatchObject({
        state: 'loading',
        previous: { value: { length: 120 } },
      });
      await main.answer(5, slice(100, 20));
      expect(count()).toBe(120);

      void past.getState().refreshed();
      await painted();
      await main.answer(6, slice(0, 50, '50'));
      await balanceShown();
      await main.answer(7, fail({ kind: 'timeout' }));
      expect(count()).toBe(50);
      expect(past.getState()).toMatchObject({ isGrowing: false, nextOffset: '50' });
    });

    it('after a refresh as far as before, and from what is shown when another refresh fails', async () => {
      await openPast();
      await balanceShown();
      for (let at = 1; at < 10; at += 1) {
        await main.answer(at, slice(at * 50, 50, String((at + 1) * 50)));
        await painted();
      }
      void past.getState().moreRequested();
      await painted();
      await main.answer(10, slice(500, 50, '550'));
      expect(count()).toBe(550);
      void past.getState().refreshed();
      await painted();
      await main.answer(11, slice(0, 50, '50'));
      void past.getState().refreshed();
      await painted();
      await main.answer(12, fail({ kind: 'timeout' }));
      void past.getState().moreRequested();
      await painted();
      await main.answer(13, slice(550, 50, '600'));
      expect(count()).toBe(600);

      void past.getState().refreshed();
      await painted();
      await main.answer(14, slice(0, 50, '50'));
      await balanceShown();
      for (let at = 1; at < 20 && past.getState().isGrowing; at += 1) {
        await main.answer(14 + at, slice(at * 50, 50, String((at + 1) * 50)));
        await painted();
      }
      expect(count()).toBe(600);
    });

    it('not for a customer who has left the desk', async () => {
      await openPast();
      past.getState().cleared();
      await balanceShown();
      expect(main.inputs).toHaveLength(1);
      expect(past.getState()).toMatchObject({ content: { state: 'idle' }, isGrowing: false });
    });

    it('again for a customer who comes back', async () => {
      await openPast();
      const showAgain = past.getState().kept();
      void past.getState().opened({ studio: 'https://a.example#1', id: '8' });
      showAgain();
      await balanceShown();
      expect(main.inputs.at(-1)).toEqual({ ...background, offset: '50' });
    });
  });
});
