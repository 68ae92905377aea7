import { describe, expect, it } from 'vitest';
import { parseExact } from './exact-json';
import { customer } from './schemas';

const record = (fields: object) => ({ id: 1, status: 'MEMBER', accessRefusal: false, ...fields });
const read = (fields: object) => customer.parse(parseExact(JSON.stringify(record(fields))));

describe('pauses of a customer', () => {
  it('keep dates, reason, and the ID and rate of the contract as sent, and nothing else of it', () => {
    const pause = {
      id: 5,
      startDate: '2027-01-01',
      endDate: '2027-01-31',
      reason: 'Illness',
      unlimited: false,
    };
    const contract = { id: 700_001, rateName: 'Premium', signedDocumentUrl: 'https://documents.example' };
    expect(read({ idlePeriods: [{ ...pause, contract }] }).pauses).toEqual([
      {
        startDate: '2027-01-01',
        endDate: '2027-01-31',
        reason: 'Illness',
        contractId: '700001',
        rateName: 'Premium',
      },
    ]);
  });

  it('keep the ID of a contract digit for digit', () => {
    const pause = '{"startDate":"2027-01-01","contract":{"id":9007199254740993}}';
    const body = `{"id":1,"status":"MEMBER","accessRefusal":false,"idlePeriods":[${pause}]}`;
    expect(customer.parse(parseExact(body)).pauses).toEqual([
      { startDate: '2027-01-01', contractId: '9007199254740993' },
    ]);
  });

  it.each([
    [{ id: 5 }, { contractId: '5' }],
    [{ rateName: 'Premium' }, { rateName: 'Premium' }],
    [{ id: '5', rateName: 7 }, {}],
    [{ id: 1.5 }, {}],
    [[], {}],
    [5, {}],
    [null, {}],
  ])('name the contract %j as %j', (contract, named) => {
    const pause = { startDate: '2027-01-01' };
    expect(read({ idlePeriods: [{ ...pause, contract }] }).pauses).toStrictEqual([{ ...pause, ...named }]);
  });

  it('have no end when the API calls them unlimited', () => {
    const pause = { startDate: '2027-01-01', endDate: '2099-12-31', unlimited: true };
    expect(read({ idlePeriods: [pause] }).pauses).toEqual([{ startDate: '2027-01-01' }]);
  });

  it.each([
    ['null', null],
    ['an object', {}],
    ['an empty list', []],
    ['entries of other types', [null, 7, 'x', []]],
    ['an entry without a start', [{ endDate: '2027-01-31' }]],
  ])('are left out for %s, and the customer is read', (_, idlePeriods) => {
    expect(read({ idlePeriods })).toEqual({ id: '1', status: 'MEMBER', accessRefused: false });
  });
});

describe('access restrictions of a customer', () => {
  it('keep the reason verbatim, with the dates that were sent', () => {
    const accessRestrictions = [
      { reason: 'Destroyed equipment' },
      { reason: ' Hausverbot ', startDate: '2026-11-03', endDate: '2027-05-03', id: 9 },
    ];
    expect(read({ accessRestrictions }).accessRestrictions).toEqual([
      { reason: 'Destroyed equipment' },
      { reason: ' Hausverbot ', startDate: '2026-11-03', endDate: '2027-05-03' },
    ]);
  });

  it('of other types are dropped one by one', () => {
    const accessRestrictions = [
      { reason: 7 },
      { startDate: '2026-01-01' },
      { reason: 'Theft', startDate: 20260101 },
    ];
    expect(read({ accessRestrictions }).accessRestrictions).toEqual([{ reason: 'Theft' }]);
  });

  it('are cut at 50, so that no record floods the border', () => {
    const accessRestrictions = Array.from({ length: 2_000 }, (_, index) => ({ reason: `Reason ${index}` }));
    expect(read({ accessRestrictions }).accessRestrictions).toHaveLength(50);
  });
});
