import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCheckInTime } from './check-in-time';

const two = (part: number) => String(part).padStart(2, '0');

const day = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2060, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map(two).join(':'));
const seconds = fc.constantFrom('', ':00', ':59', ':59.999', ':07.1234567');
const offsetMinutes = fc.integer({ min: -12 * 60, max: 14 * 60 });
const offset = (minutes: number) =>
  `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

describe('the time of a check-in', () => {
  it('with an offset or without a zone is the clock of its text', () => {
    const zone = fc.option(offsetMinutes.map(offset), { nil: '' });
    fc.assert(
      fc.property(day, time, seconds, zone, (onDay, at, rest, where) => {
        expect(readCheckInTime(`${onDay}T${at}${rest}${where}`)).toMatchObject({ day: onDay, time: at });
      }),
    );
  });

  it('with an offset is compared as the moment that it names', () => {
    fc.assert(
      fc.property(day, time, offsetMinutes, (onDay, at, minutes) => {
        const utc = readCheckInTime(`${onDay}T${at}Z`)?.ms ?? Number.NaN;
        expect(readCheckInTime(`${onDay}T${at}${offset(minutes)}`)?.ms).toBe(utc - minutes * 60_000);
      }),
    );
  });

  it('in UTC is the clock of this desktop', () => {
    const moment = fc.date({ min: new Date(2000, 0, 1), max: new Date(2060, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
        const read = readCheckInTime(date.toISOString());
        expect(read).toMatchObject({ ms: date.getTime(), time: clock });
        expect(read?.day.slice(-2)).toBe(two(date.getDate()));
      }),
    );
  });

  it('of any other text is unknown', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.{0,8}$/));
    fc.assert(
      fc.property(text, (sent) => {
        const read = readCheckInTime(sent);
        if (read) expect(Number.isFinite(read.ms)).toBe(true);
      }),
    );
    const others = ['', '2026-02-30T10:00', '2026-13-01T10:00Z', '2026-11-24T24:00', '24.11.2026 18:30'];
    expect(others.map(readCheckInTime)).toEqual(others.map(() => undefined));
  });
});
