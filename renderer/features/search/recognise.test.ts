import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, readingLabel, recognise, searchesWhileTyping } from './recognise';

describe('the search box takes', () => {
  it.each([
    ['edgar@example.com', { kind: 'email', email: 'edgar@example.com' }],
    ['  Edgar@Example.com ', { kind: 'email', email: 'Edgar@Example.com' }],
    ['1952-05-04', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['04.05.1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4.5.1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['04/05/1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['1-12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['1 – 12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['#1-12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['#1001', { kind: 'digits', digits: '1001' }],
    ['nr: 77', { kind: 'by', field: 'customerNumber', value: '77' }],
    ['04-05-1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['1001', { kind: 'digits', digits: '1001' }],
    ['9007199254740993', { kind: 'digits', digits: '9007199254740993' }],
    ['10 01', { kind: 'digits', digits: '1001' }],
    [
      'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11',
      { kind: 'by', field: 'qrCodeUuid', value: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' },
    ],
    ['bullock', { kind: 'name', words: ['bullock'] }],
    ['Edgar   Bullock', { kind: 'name', words: ['Edgar', 'Bullock'] }],
    ['Bullock, Edgar', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar' }],
    ['van der Berg, Jan', { kind: 'lastFirst', lastName: 'van der Berg', firstName: 'Jan' }],
    ['Bullock,', { kind: 'name', words: ['Bullock'] }],
    ['bullock 04.05.1952', { kind: 'name', words: ['bullock'], date: '1952-05-04' }],
    [
      '1952-05-04 Bullock, Edgar',
      { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar', date: '1952-05-04' },
    ],
    ['id:1001', { kind: 'id', id: '1001' }],
    ['ID: 1001', { kind: 'id', id: '1001' }],
    ['no:77', { kind: 'by', field: 'customerNumber', value: '77' }],
    ['card:00AF', { kind: 'by', field: 'cardNumber', value: '00AF', cardNumberFormat: 'DECIMAL' }],
    ['barcode:4006381333931', { kind: 'by', field: 'barcode', value: '4006381333931' }],
    ['pin:0042', { kind: 'by', field: 'pin', value: '0042' }],
    ['debtor:D-1', { kind: 'by', field: 'debtorId', value: 'D-1' }],
    ['constructor:x', { kind: 'name', words: ['constructor:x'] }],
    ['31.02.1952', { kind: 'name', words: ['31.02.1952'] }],
    ['\u200b1-12345\ufeff', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Bullock\u00a0Edgar', { kind: 'name', words: ['Bullock', 'Edgar'] }],
  ])('%j for what it is', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each(['', '   ', 'id:', 'card: ', 'id:abc', '\u200b'])('%j for nothing yet', (text) => {
    expect(recognise(text)).toBeUndefined();
  });

  it('any text without an exception, and digits without losing one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const reading = recognise(text);
        if (reading) readingLabel(reading);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,64}$/), (digits) => {
        expect(recognise(digits)).toEqual({ kind: 'digits', digits });
      }),
    );
  });
});

it('knows days that exist', () => {
  expect(parseDate('29.02.2024')).toBe('2024-02-29');
  expect(parseDate('29.02.2023')).toBeUndefined();
  expect(parseDate('2024-13-01')).toBeUndefined();
});

it('searches names while they are typed, from three letters on, and nothing else', () => {
  const waits = (text: string) => {
    const reading = recognise(text);
    return reading !== undefined && searchesWhileTyping(reading);
  };
  expect(['bul', 'bu edg', 'Bullock, E'].map(waits)).toEqual([true, true, true]);
  expect(['bu', '1001', '1-12345', 'a@b.de', '04.05.1952'].map(waits)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
