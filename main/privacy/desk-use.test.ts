import { expect, it } from 'vitest';
import { DeskUse } from './desk-use';

function used() {
  const clock = { now: 1_000 };
  return { clock, use: new DeskUse(() => clock.now) };
}

it.each(['rawKeyDown', 'mouseDown', 'mouseMove', 'mouseWheel', 'touchStart'] as const)(
  'is the time of the last input, once the page reports it: %s',
  (type) => {
    const { clock, use } = used();
    clock.now = 5_000;
    use.inputSeen({ type });
    expect([use.last, use.lastInput]).toEqual([1_000, 5_000]);
    clock.now = 5_100;
    use.reported();
    expect(use.last).toBe(5_000);
  },
);

it('does not move when the page reports a use without input, or the same input again', () => {
  const { clock, use } = used();
  clock.now = 5_000;
  use.reported();
  use.inputSeen({ type: 'mouseLeave' });
  use.reported();
  expect(use.last).toBe(1_000);
  use.inputSeen({ type: 'keyDown' });
  use.reported();
  clock.now = 300_000;
  use.reported();
  expect(use.last).toBe(5_000);
});

it('is the time of a lookup from outside, which older input does not undo', () => {
  const { clock, use } = used();
  use.inputSeen({ type: 'keyDown' });
  clock.now = 5_000;
  use.requestArrived();
  use.reported();
  expect(use.last).toBe(5_000);
});
