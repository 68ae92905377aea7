import { describe, expect, it } from 'vitest';
import { checkInsLookup } from './lookups/check-ins';

const input = { studio: 'https://a.example#1', id: '7', from: '2026-10-30', to: '2026-11-28' };

/** What the page gets of an answer. */
function read(body: string) {
  const reader = checkInsLookup.reader(input, undefined);
  reader.take(Buffer.from(body));
  return reader.end();
}

describe('a slice of check-ins', () => {
  it('has the ID, the time and the studio of each, and nothing else', () => {
    const body = `{"result": [{
      "checkinId": 9007199254740993, "checkInDateTime": "2026-11-24T18:30:00.000+01:00[Europe/Berlin]",
      "checkOutDateTime": "2026-11-24T20:00:00Z", "studioId": 7, "studioName": "Augsburg", "device": "CANARY"
    }], "hasNext": true, "offset": 50}`;
    expect(read(body)).toEqual({
      ok: true,
      value: {
        checkIns: [
          { id: '9007199254740993', dateTime: '2026-11-24T18:30:00.000+01:00', studioName: 'Augsburg' },
        ],
        nextOffset: '0>50',
      },
    });
  });

  it.each([
    '2026-11-24T18:30:00.000+01:00',
    '2026-11-24T17:30:00Z',
    '2026-11-24T18:30',
    'yesterday',
    '[24 November] in the evening',
  ])('keeps the time %j as it was sent', (checkInDateTime) => {
    const body = JSON.stringify({ result: [{ checkinId: 1, checkInDateTime }], hasNext: false });
    expect(read(body)).toEqual({
      ok: true,
      value: { checkIns: [{ id: '1', dateTime: checkInDateTime }] },
    });
  });

  it.each([null, '', 7, {}, undefined])('counts %j as no time and no studio', (value) => {
    const entry = { checkinId: 1, checkInDateTime: value, studioName: value };
    const body = JSON.stringify({ result: [entry], hasNext: false });
    expect(read(body)).toEqual({ ok: true, value: { checkIns: [{ id: '1' }] } });
  });

  it('is refused without an offset when more follow, because a count would be wrong', () => {
    expect(read('{"result":[],"hasNext":true}')).toMatchObject({
      problem: { detail: 'Field not as documented: offset' },
    });
  });
});

describe('the input of check-ins', () => {
  const isAccepted = (change: object) => checkInsLookup.input.safeParse({ ...input, ...change }).success;

  it('is a customer, two days and an offset', () => {
    expect(isAccepted({})).toBe(true);
    expect(isAccepted({ offset: '0>50' })).toBe(true);
  });

  it.each([
    { from: '2026-02-30' },
    { to: '28.11.2026' },
    { to: '2026-11-28&sliceSize=1' },
    { from: undefined },
    { sliceSize: '1' },
    { offset: 'x' },
  ])('is refused with %j', (change) => {
    expect(isAccepted(change)).toBe(false);
  });
});
