import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesInDigits } from './dates';
import { parseDate, readingLabel, readings, recognise, searchesWhileTyping } from './recognise';

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
    ['4.5.52', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['1.1.99', { kind: 'dateOfBirth', date: '1999-01-01' }],
    ['1952/05/04', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4. 5. 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4 5 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4 May 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4th May 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['May 4, 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['May 4th 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4-May-1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4. Mai 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4. März 52', { kind: 'dateOfBirth', date: '1952-03-04' }],
    ['4 Mrz 1952', { kind: 'dateOfBirth', date: '1952-03-04' }],
    ['4 maja 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['4 de mayo de 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['04.05.1952,', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['05/13/1952', { kind: 'dateOfBirth', date: '1952-05-13' }],
    ['geb. 04.05.1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['geboren am 4. Mai 1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['Geburtsdatum: 04.05.1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['DOB 04/05/1952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['bullock 4 may 1952', { kind: 'name', words: ['bullock'], date: '1952-05-04' }],
    ['Edgar Bullock, 4. Mai 1952', { kind: 'name', words: ['Edgar', 'Bullock'], date: '1952-05-04' }],
    ['Bullock, geb. 4.5.1952', { kind: 'name', words: ['Bullock'], date: '1952-05-04' }],
    ['„Bullock, Edgar“', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar' }],
    ['**1-12345**', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Kundennummer: 1-12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Kundennr.: 1-12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Customer no. 1-12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Mitgliedsnummer 1 – 12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Member ID 1001', { kind: 'id', id: '1001' }],
    ['Kunden-ID: 1001', { kind: 'id', id: '1001' }],
    ['E-Mail: a@b.de', { kind: 'email', email: 'a@b.de' }],
    ['Edgar Bullock <example@email.com>', { kind: 'email', email: 'example@email.com' }],
    ['mailto:a@b.de', { kind: 'email', email: 'a@b.de' }],
    ['Bullock, Edgar (1-12345)', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    [
      'Card no. 770000001001',
      { kind: 'by', field: 'cardNumber', value: '770000001001', cardNumberFormat: 'DECIMAL' },
    ],
    ['00AF12CD', { kind: 'by', field: 'cardNumber', value: '00AF12CD', cardNumberFormat: 'HEX_MSB' }],
    ['Herr Bullock', { kind: 'name', words: ['Bullock'] }],
    ['Frau Dr. Anna-Lena Groß', { kind: 'name', words: ['Anna-Lena', 'Groß'] }],
    ['Herr', { kind: 'name', words: ['Herr'] }],
    ['pin', { kind: 'name', words: ['pin'] }],
    ['Pinter', { kind: 'name', words: ['Pinter'] }],
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
    ['card:00AF', { kind: 'by', field: 'cardNumber', value: '00AF', cardNumberFormat: 'HEX_MSB' }],
    ['barcode:4006381333931', { kind: 'by', field: 'barcode', value: '4006381333931' }],
    ['pin:0042', { kind: 'by', field: 'pin', value: '0042' }],
    ['debtor:D-1', { kind: 'by', field: 'debtorId', value: 'D-1' }],
    ['constructor:x', { kind: 'name', words: ['constructor:x'] }],
    ['\u200b1-12345\ufeff', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['Bullock\u00a0Edgar', { kind: 'name', words: ['Bullock', 'Edgar'] }],
  ])('%j for what it is', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each(['', '   ', 'id:', 'card: ', 'id:abc', '\u200b'])('%j for nothing yet', (text) => {
    expect(recognise(text)).toBeUndefined();
  });

  it('any text without an exception, and digits without loss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const reading = recognise(text);
        if (reading) readingLabel(reading);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,64}$/), (digits) => {
        const all = readings(digits);
        expect(all).toContainEqual(expect.objectContaining({ kind: 'digits', digits }));
        // Only a number with its trunk or international prefix is a telephone number first.
        if (!/^0\d{9,16}$/.test(digits)) expect(all[0]).toMatchObject({ kind: 'digits' });
      }),
    );
  });
});

it('accepts existing days only', () => {
  expect(parseDate('29.02.2024')).toBe('2024-02-29');
  expect(parseDate('29.02.2023')).toBeUndefined();
  expect(parseDate('2024-13-01')).toBeUndefined();
});

it('searches names of three letters or more while typing, and nothing else', () => {
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

describe('other readings', () => {
  it.each([
    ['1001', { kind: 'by', field: 'pin', value: '1001' }],
    ['04051952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['19520504', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['040552', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['04/05/1952', { kind: 'dateOfBirth', date: '1952-04-05' }],
    ['1-12345', { kind: 'by', field: 'debtorId', value: '1-12345' }],
    ['Muller', { kind: 'name', words: ['Müller'] }],
    ['Herr Bullock', { kind: 'name', words: ['Herr', 'Bullock'] }],
    ['Bullock, Edgar', { kind: 'name', words: ['Bullock', 'Edgar'] }],
    ['Bullock, Edgar (1-12345)', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar' }],
    ['D-1001', { kind: 'by', field: 'debtorId', value: 'D-1001' }],
    ['00AF12CD', { kind: 'by', field: 'cardNumber', value: '00AF12CD', cardNumberFormat: 'HEX_LSB' }],
    ['00AF12CD', { kind: 'by', field: 'debtorId', value: '00AF12CD' }],
    ['00AF12CD', { kind: 'by', field: 'barcode', value: '00AF12CD' }],
    ['00AF12CD', { kind: 'by', field: 'customerNumber', value: '00AF12CD' }],
    ['00AF12CD', { kind: 'name', words: ['00AF12CD'] }],
    ['1-12345', { kind: 'by', field: 'barcode', value: '1-12345' }],
    ['1001', { kind: 'id', id: '1001' }],
    ['9223372036854775807', { kind: 'id', id: '9223372036854775807' }],
    ['1001', { kind: 'by', field: 'customerNumber', value: '1001' }],
    ['1001', { kind: 'by', field: 'cardNumber', value: '1001', cardNumberFormat: 'DECIMAL' }],
    ['1001', { kind: 'by', field: 'cardNumber', value: '1001', cardNumberFormat: 'HEX_MSB' }],
    ['1001', { kind: 'by', field: 'cardNumber', value: '1001', cardNumberFormat: 'HEX_LSB' }],
    ['1001', { kind: 'by', field: 'barcode', value: '1001' }],
    ['1001', { kind: 'by', field: 'debtorId', value: '1001' }],
    ['04 051952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['04.05.1952', { kind: 'dateOfBirth', date: '1952-04-05' }],
    ['4 5 1952', { kind: 'digits', digits: '451952' }],
    ['Edgar Bullock <example@email.com>', { kind: 'name', words: ['Edgar', 'Bullock'] }],
  ])('of %j hold %j, and not first', (text, reading) => {
    expect(readings(text)).toContainEqual(reading);
    expect(readings(text)[0]).not.toEqual(reading);
  });

  it.each(['13.05.1952', 'id:1001', 'a@b.de'])('of %j do not exist', (text) => {
    expect(readings(text)).toHaveLength(1);
  });

  it.each(['0042', '04051952', '9223372036854775808', '12345678901234567890'])(
    'of %j are no id',
    (digits) => {
      expect(readings(digits).map(({ kind }) => kind)).not.toContain('id');
    },
  );

  it.each([
    ['04051952', '1952-05-04'],
    ['040552', '1952-05-04'],
    ['99991234', undefined],
  ])('%s keep the date of birth that they can mean, for when they are no number', (digits, date) => {
    expect(recognise(digits, undefined, new Date(2026, 10, 28))).toEqual({
      kind: 'digits',
      digits,
      ...(date && { date }),
    });
  });

  it('have the requested card format', () => {
    expect(recognise('1001', 'HEX_LSB')).toEqual({
      kind: 'digits',
      digits: '1001',
      cardNumberFormat: 'HEX_LSB',
    });
    expect(recognise('card: 77', 'HEX_MSB')).toMatchObject({ value: '77', cardNumberFormat: 'HEX_MSB' });
  });

  it('guess no umlauts in a number', () => {
    expect(readings('Muller A77')).toContainEqual({ kind: 'name', words: ['Müller', 'A77'] });
  });

  it('have at most twelve words', () => {
    expect(recognise('a b c d e f g h i j k l m n')).toEqual({ kind: 'name', words: [...'abcdefghijkl'] });
  });

  it('read no digits as the birth date of an unborn or long dead person', () => {
    const today = new Date('2026-11-23T12:00:00Z');
    expect(datesInDigits('24112026', today)).toEqual([]);
    expect(datesInDigits('31121899', today)).toEqual([]);
    expect(datesInDigits('22112026', today)).toEqual(['2026-11-22']);
    expect(datesInDigits('300226', today)).toEqual([]);
  });
});
