import { beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '../preload/contract/problem';
import { problemOf } from './loadable';
import { Pending } from './pending-calls';
import { createResource } from './resource';

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
