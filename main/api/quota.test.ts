import { describe, expect, it } from 'vitest';
import { Quota } from './quota';

const now = Date.parse('2026-11-23T14:00:00Z');

describe('the freeze of an endpoint', () => {
  it.each([
    ['absent', null, 60],
    ['fewer seconds than the documented minute', '5', 60],
    ['seconds', '90', 90],
    ['a date', 'Mon, 23 Nov 2026 14:02:00 GMT', 120],
    ['a date that has passed', 'Mon, 23 Nov 2020 14:02:00 GMT', 60],
    ['absurd', '99999999999', 900],
    ['nonsense', 'soon', 60],
  ])('with a Retry-After that is %s', (_, header, seconds) => {
    const quota = new Quota(() => now);
    quota.freeze('/v1/x', header);
    expect(quota.secondsLeft('/v1/x')).toBe(seconds);
  });
});
