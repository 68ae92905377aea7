import { describe, expect, it } from 'vitest';
import { Quota } from './quota';

const now = Date.parse('2026-11-23T14:00:00Z');

describe('the pause of an endpoint', () => {
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

describe('the share of a desktop', () => {
  it('is never exceeded within a minute, and is used up in the long run', () => {
    let time = now;
    const quota = new Quota(() => time, 300);
    const taken: number[] = [];
    for (const end = now + 10 * 60_000; time < end; time += 10)
      if (quota.take('/v1/x') === 0) taken.push(time);
    for (const start of taken)
      expect(taken.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(300);
    expect(taken.length).toBeGreaterThan(10 * 230);
  });

  it('is counted per endpoint', () => {
    const quota = new Quota(() => now, 10);
    expect([quota.take('/v1/x'), quota.take('/v1/x')]).toEqual([0, 0]);
    expect(quota.take('/v1/x')).toBeGreaterThan(0);
    expect(quota.take('/v1/y')).toBe(0);
  });

  it('is available again after the returned time', () => {
    let time = now;
    const quota = new Quota(() => time, 10);
    quota.take('/v1/x');
    quota.take('/v1/x');
    time += quota.take('/v1/x');
    expect(quota.take('/v1/x')).toBe(0);
  });
});
