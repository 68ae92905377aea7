import { beforeEach, describe, expect, it } from 'vitest';
import type { PhoneIndexState, StudioIndexState } from '../../../preload/contract/phone-index';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createPhoneIndexStore } from './phone-index-store';

const state = (...states: StudioIndexState['state'][]): PhoneIndexState => ({
  mode: 'onDemand',
  studios: states.map((each, index) => ({
    studio: `studio ${index}`,
    state: each,
    customers: 0,
    ...(each === 'complete' && { madeAt: 1 }),
  })),
});

/** A fake of main that records what was asked of it. */
class FakeMain {
  readonly asked: unknown[] = [];
  answer: Outcome<PhoneIndexState> = succeed(state('missing', 'missing'));
  readonly phone = {
    index: async () => this.answer,
    makeIndex: async ({ studios }: { studios: unknown }) => this.#note(studios),
    stopIndex: async () => this.#note('stop'),
    forgetIndex: async () => this.#note('forget'),
    identify: async () => succeed(null),
    numbers: async () => succeed([]),
    dial: async () => succeed(null),
  };
  async #note(what: unknown) {
    this.asked.push(what);
    return succeed(null);
  }
}

let main: FakeMain;
let store: ReturnType<typeof createPhoneIndexStore>;
const now = () => store.getState();

beforeEach(() => {
  main = new FakeMain();
  store = createPhoneIndexStore(main.phone, 'onDemand');
});

describe('the state of the telephone index', () => {
  it('is loaded at the start', async () => {
    await now().started();
    expect(now().index).toEqual(state('missing', 'missing'));
  });

  it('is not asked for where the policy has it off', async () => {
    let isAsked = false;
    const index = async () => {
      isAsked = true;
      return main.answer;
    };
    await createPhoneIndexStore({ ...main.phone, index }, 'off')
      .getState()
      .started();
    expect(isAsked).toBe(false);
  });

  it('stays what an event said, if that came before the first answer', async () => {
    const started = now().started();
    now().changed(state('complete', 'complete'));
    await started;
    expect(now().index).toEqual(state('complete', 'complete'));
  });

  it('is that of the policy when main does not answer', async () => {
    main.answer = fail({ kind: 'internal' });
    await now().started();
    expect(now().index).toEqual({ mode: 'onDemand', studios: [] });
  });
});

describe('an index that the agent asks for', () => {
  beforeEach(() => now().started());

  it.each([
    ['complete', [state('waiting', 'missing'), state('running', 'missing'), state('complete', 'missing')]],
    ['complete', [state('complete', 'missing')]],
    ['failed', [state('running', 'missing'), state('paused', 'missing'), state('failed', 'missing')]],
    ['stopped', [state('running', 'missing'), state('missing', 'missing')]],
  ] as const)('ends as %s: %#', (ended, states) => {
    now().makePressed(['studio 0']);
    for (const each of states.slice(0, -1)) {
      now().changed(each);
      expect(now()).toMatchObject({ asked: ['studio 0'], ended: undefined });
    }
    const [last] = states.slice(-1);
    if (last) now().changed(last);
    expect(now()).toMatchObject({ asked: undefined, ended });
  });

  it('is not ended by a change of another studio', () => {
    now().makePressed(['studio 0']);
    now().changed(state('missing', 'complete'));
    expect(now().asked).toEqual(['studio 0']);
  });

  it('ends when all studios have, if it is of all', () => {
    now().makePressed('all');
    now().changed(state('complete', 'running'));
    expect(now().asked).toEqual(['studio 0', 'studio 1']);
    now().changed(state('complete', 'complete'));
    expect(now()).toMatchObject({ asked: undefined, ended: 'complete' });
    expect(main.asked).toEqual(['all']);
  });

  it('ends at once when main has one that is a few minutes old', async () => {
    main.answer = succeed(state('complete', 'missing'));
    now().makePressed(['studio 0']);
    await expect.poll(() => now().ended).toBe('complete');
    expect(now().asked).toBeUndefined();
  });

  it('says nothing about one that is made in the background', () => {
    now().changed(state('running', 'missing'));
    now().changed(state('complete', 'missing'));
    expect(now().ended).toBeUndefined();
  });
});

describe('deleting the index', () => {
  it('takes two presses', () => {
    now().forgetPressed();
    expect(main.asked).toEqual([]);
    now().forgetPressed();
    expect(main.asked).toEqual(['forget']);
    expect(now().isConfirming).toBe(false);
  });

  it('asks again after the settings were closed', () => {
    now().forgetPressed();
    now().confirmationDropped();
    now().forgetPressed();
    expect(main.asked).toEqual([]);
  });
});

describe('the first number that is searched', () => {
  it('has the index on demand made, once for each studio', async () => {
    await now().started();
    now().numberSearched(['studio 0']);
    now().numberSearched(['studio 0', 'studio 1']);
    now().numberSearched(['studio 0', 'studio 1']);
    expect(main.asked).toEqual([['studio 0'], ['studio 1']]);
  });

  it('does not begin again what the agent has stopped or deleted', async () => {
    await now().started();
    now().makePressed(['studio 0']);
    now().stopPressed();
    now().numberSearched(['studio 0']);
    expect(main.asked).toEqual([['studio 0'], 'stop']);
  });

  it('makes nothing in another mode', () => {
    const background = createPhoneIndexStore(main.phone, 'inBackground');
    background.getState().numberSearched(['studio 0']);
    expect(main.asked).toEqual([]);
  });
});
