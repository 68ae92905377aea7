import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckInsInput } from '../../../preload/contract/calls';
import type { CheckIn, CheckInSlice } from '../../../preload/contract/domain';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { known } from '../../loadable';
import { type NoRight, noRight } from '../../missing-rights';
import { type CheckInsStore, createCheckInsStore } from './check-ins-store';

const ref = { studio: 'https://a.example#1', id: '7' };
const other = { ...ref, id: '8' };
const month = { ...ref, from: '2026-10-30', to: '2026-11-28' };
const year = { ...ref, from: '2025-11-29', to: '2026-11-28' };
const at = (id: string, dateTime?: string): CheckIn => ({ id, ...(dateTime && { dateTime }) });

describe('check-ins', () => {
  let asked: CheckInsInput[];
  let answers: ((outcome: Outcome<CheckInSlice | NoRight>) => void)[];
  let store: CheckInsStore;

  beforeEach(() => {
    asked = [];
    answers = [];
    store = createCheckInsStore(
      (input) => {
        asked.push(input);
        return new Promise((resolve) => answers.push(resolve));
      },
      () => new Date(2026, 10, 28, 0, 30),
    );
  });

  const state = () => store.getState();
  const value = () => known(state().content)?.value;
  async function answer(index: number, outcome: Outcome<CheckInSlice | NoRight>): Promise<void> {
    answers[index]?.(outcome);
    // The store continues in microtasks, all of which run before the next task.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const slice = (checkIns: CheckIn[], nextOffset?: string) =>
    succeed({ checkIns, ...(nextOffset !== undefined && { nextOffset }) });
  function open(customer = ref): void {
    state().opened(customer);
    void state().toggled();
  }

  it('are requested only when they are opened, and once', async () => {
    state().opened(ref);
    await state().refreshed();
    expect(asked).toEqual([]);
    void state().toggled();
    expect(asked).toEqual([month]);
    await answer(0, slice([at('1', '2026-11-24T18:30')]));
    void state().toggled();
    expect(state().isOpen).toBe(false);
    await state().refreshed();
    void state().toggled();
    expect(value()).toMatchObject({ count: 1 });
    expect(asked).toHaveLength(1);
    void state().refreshed();
    expect(asked).toHaveLength(2);
  });

  it('are counted exactly, over all slices and each once, and the last one is the latest', async () => {
    open();
    await answer(0, slice([at('1', '2026-11-24T18:00:00+01:00'), at('2', '2026-11-01T08:00')], 'x'));
    expect(asked[1]).toEqual({ ...month, offset: 'x' });
    // 17:30 in UTC is later than 18:00 in Berlin.
    await answer(1, slice([at('2', '2026-11-01T08:00'), at('3', '2026-11-24T17:30:00Z')]));
    expect(value()).toEqual({
      count: 3,
      isCountComplete: true,
      last: at('3', '2026-11-24T17:30:00Z'),
      isLastCertain: true,
    });
  });

  it('of an empty month are requested for the year, for the last one alone', async () => {
    open();
    await answer(0, slice([]));
    expect(asked[1]).toEqual(year);
    await answer(1, slice([at('1', '2026-03-01T08:00'), at('2', '2026-09-01T08:00')]));
    expect(value()).toMatchObject({ count: 0, isCountComplete: true, last: { id: '2' } });
  });

  it('of an empty year have no last one', async () => {
    open();
    await answer(0, slice([]));
    await answer(1, slice([]));
    expect(value()).toEqual({ count: 0, isCountComplete: true, last: undefined, isLastCertain: true });
  });

  it('are requested ten times at most, and then are neither complete nor certain', async () => {
    open();
    for (let index = 0; index < 10; index += 1)
      await answer(index, slice([at(String(index), '2026-11-24T18:30')], `after ${index}`));
    expect(asked).toHaveLength(10);
    expect(value()).toMatchObject({ count: 10, isCountComplete: false, isLastCertain: false });
  });

  it('without a readable time leave the last one uncertain', async () => {
    open();
    await answer(0, slice([at('1'), at('2', '2026-11-01T08:00'), at('3', 'yesterday')]));
    expect(value()).toMatchObject({ count: 3, last: { id: '2' }, isLastCertain: false });
  });

  it('never appear under another customer, who begins with closed ones', async () => {
    open();
    open(other);
    await answer(0, slice([at('1', '2026-11-24T18:30')], 'x'));
    expect(asked.map(({ id }) => id)).toEqual(['7', '8']);
    expect(state().content.state).toBe('loading');
    state().opened(ref);
    await answer(1, slice([at('2', '2026-11-24T18:30')]));
    expect(state()).toMatchObject({ isOpen: false, content: { state: 'idle' } });
  });

  it('of a customer without a key are not requested', () => {
    state().opened(undefined);
    void state().toggled();
    expect(state().isOpen).toBe(false);
    expect(asked).toEqual([]);
  });

  it('fail with any slice, keep what was known, and are no failure once they are closed', async () => {
    open();
    await answer(0, slice([at('1', '2026-11-24T18:30')], 'x'));
    await answer(1, fail({ kind: 'timeout' }));
    expect(state().content).toMatchObject({ state: 'failed', problem: { kind: 'timeout' } });
    void state().refreshed();
    await answer(2, slice([at('1', '2026-11-24T18:30')]));
    void state().refreshed();
    await answer(3, fail({ kind: 'timeout' }));
    expect(state().content).toMatchObject({ state: 'failed', previous: { value: { count: 1 } } });
    void state().toggled();
    expect(state()).toMatchObject({ isOpen: false, content: { state: 'ready', value: { count: 1 } } });
  });

  it('of a key without the right are known as that, until they are opened with another key', async () => {
    open();
    await answer(0, succeed(noRight));
    expect(value()).toBe(noRight);
    void state().toggled();
    void state().toggled();
    await answer(1, slice([at('1', '2026-11-24T18:30')]));
    expect(value()).toMatchObject({ count: 1 });
  });

  it('are shown again as they were left, and loaded if they were not yet', async () => {
    open();
    const showLoading = state().kept();
    state().opened(other);
    showLoading();
    expect(asked.map(({ id }) => id)).toEqual(['7', '7']);
    await answer(1, slice([at('1', '2026-11-24T18:30')]));
    const showLoaded = state().kept();
    state().cleared();
    showLoaded();
    expect(state()).toMatchObject({ isOpen: true, customer: ref });
    expect(value()).toMatchObject({ count: 1 });
    expect(asked).toHaveLength(2);
  });
});
