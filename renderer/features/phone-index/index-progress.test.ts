import { describe, expect, it } from 'vitest';
import type { StudioIndexState } from '../../../preload/contract/phone-index';
import { progressOf } from './index-progress';

const of = (studio: string, state: StudioIndexState['state'], more: Partial<StudioIndexState> = {}) => ({
  studio,
  state,
  customers: 0,
  ...more,
});
const index = (...studios: StudioIndexState[]) => ({ mode: 'onDemand' as const, studios });

describe('the progress of the telephone index', () => {
  it.each([
    ['nobody has made it', [of('a', 'missing'), of('b', 'missing')], 'missing'],
    ['one of several is complete', [of('a', 'complete', { madeAt: 1 }), of('b', 'missing')], 'missing'],
    ['its turn comes', [of('a', 'waiting'), of('b', 'missing')], 'waiting'],
    ['one is read while others wait', [of('a', 'waiting'), of('b', 'running')], 'running'],
    ['a lookup interrupts it', [of('a', 'paused'), of('b', 'waiting')], 'paused'],
    ['one failed while another is read', [of('a', 'failed'), of('b', 'running')], 'running'],
    ['one failed at the end', [of('a', 'failed'), of('b', 'complete', { madeAt: 1 })], 'failed'],
    [
      'all are complete',
      [of('a', 'complete', { madeAt: 1 }), of('b', 'complete', { madeAt: 2 })],
      'complete',
    ],
    ['a newer one is made of a complete one', [of('a', 'running', { madeAt: 1 })], 'complete'],
    ['no studio is known', [], 'missing'],
  ] as const)('is %s: %#', (_, studios, phase) => {
    expect(progressOf(index(...studios)).phase).toBe(phase);
  });

  it('is of the studios searched only', () => {
    const state = index(
      of('a', 'complete', { madeAt: 20, customers: 300 }),
      of('b', 'failed', { customers: 40 }),
      of('c', 'complete', { madeAt: 10, customers: 7 }),
    );
    expect(progressOf(state, ['a', 'c'])).toMatchObject({ phase: 'complete', customers: 307, madeAt: 10 });
  });

  it('counts a studio that the index does not name as missing', () => {
    const state = index(of('a', 'complete', { madeAt: 1 }));
    expect(progressOf(state, ['a', 'new'])).toMatchObject({ phase: 'missing', complete: 1 });
  });
});
