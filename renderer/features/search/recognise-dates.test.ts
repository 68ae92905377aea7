import { describe, expect, it } from 'vitest';
import { datesIn, datesInDigits, isLikelyBirth } from './dates';
import { parseDate, readings, recognise } from './recognise';

const today = new Date('2026-11-23T12:00:00');

describe('4 May 1952 is read from', () => {
  it.each([
    ...['1952-05-04', '1952/05/04', '1952.05.04', '1952-5-4', '1952 - 05 - 04'],
    ...['04.05.1952', '4.5.1952', '4. 5. 1952', '4.5. 1952', '04/05/1952', '04 / 05 / 1952'],
    ...['04-05-1952', '04–05–1952', '4 - 5 - 1952', '4 5 1952', '04 05 1952'],
    ...['4.5.52', '04/05/52', '4-5-52', '4 5 52', '4. 5. 52'],
    ...['4 May 1952', '4th May 1952', '4th of May 1952', '4th of May, 1952', 'May 4, 1952', 'May 4 1952'],
    ...['May 4th 1952', 'May 4th, 1952', '4-May-1952', '4 - May - 1952', '4-May-52', 'MAY 4, 1952'],
    ...['4 may 52', '4May1952', '4. Mai 1952', '4.Mai 1952', '4. Mai 52', '4. MAI 1952', '4.Mai.1952'],
    ...['4 mai 1952', '4 mayo 1952', '4 de mayo de 1952', '4 maggio 1952', '4 mag 1952', '4 mei 1952'],
    ...['4e mei 1952', '4 maja 1952', '4 maj 1952'],
    ...['04.05.1952,', '04.05.1952;', '04.05.1952.', '04.05.1952 ,', '(04.05.1952)', '*04.05.1952'],
  ])('%j', (text) => {
    expect(datesIn(text.replace(/[()*]/g, ''), today)[0]).toBe('1952-05-04');
    expect(recognise(text, undefined, today)).toEqual({ kind: 'dateOfBirth', date: '1952-05-04' });
  });
});

it.each([
  ['4. März 1952', '1952-03-04'],
  ['4. MÄRZ 1952', '1952-03-04'],
  ['4. Ma\u0308rz 1952', '1952-03-04'],
  ['4. Marz 1952', '1952-03-04'],
  ['4. Maerz 1952', '1952-03-04'],
  ['4. Mrz. 1952', '1952-03-04'],
  ['4 févr. 1952', '1952-02-04'],
  ['4 fevrier 1952', '1952-02-04'],
  ['1er août 1952', '1952-08-01'],
  ['1º enero 1952', '1952-01-01'],
  ['4 sept. 1952', '1952-09-04'],
  ['Sept. 4, 1952', '1952-09-04'],
  ['4 października 1952', '1952-10-04'],
  ['4 sierpień 1952', '1952-08-04'],
  ['4 mrt 1952', '1952-03-04'],
  ['4. Dez. 1952', '1952-12-04'],
  ['4 dicembre 1952', '1952-12-04'],
])('reads the month of %j', (text, date) => {
  expect(datesIn(text.normalize('NFC'), today)).toEqual([date]);
  expect(recognise(text, undefined, today)).toEqual({ kind: 'dateOfBirth', date });
});

it.each([
  ['05/13/1952', ['1952-05-13']],
  ['13/05/1952', ['1952-05-13']],
  ['05-13-52', ['1952-05-13']],
  ['05.13.1952', ['1952-05-13']],
  ['05/05/1952', ['1952-05-05']],
  ['04/05/1952', ['1952-05-04', '1952-04-05']],
  ['04-05-1952', ['1952-05-04', '1952-04-05']],
  ['04.05.1952', ['1952-05-04', '1952-04-05']],
  ['4 May 1952', ['1952-05-04']],
  // 11 December is still in the future.
  ['11/12/2026', ['2026-11-12', '2026-12-11']],
  ['11/12/1026', ['1026-12-11', '1026-11-12']],
])('reads the day of %j before its month, if that can be', (text, dates) => {
  expect(datesIn(text, today)).toEqual(dates);
});

it.each([
  ['23.11.26', '2026-11-23'],
  ['24.11.26', '1926-11-24'],
  ['24. Dez. 26', '1926-12-24'],
  ['1.1.27', '1927-01-01'],
  ['29.2.00', '2000-02-29'],
  ['29.2.40', '1940-02-29'],
  ['4.5.2030', '2030-05-04'],
  ['4.5.1850', '1850-05-04'],
])('takes the year of %j for the latest in which the day has come', (text, date) => {
  expect(datesIn(text, today)[0]).toBe(date);
});

it.each([
  ...['31.02.1952', '30 Feb 1952', 'Feb 30, 1952', '32.01.1952', '00.05.1952', '1952-13-01', '13.13.1952'],
  ...['29.2.25', '4.5.195', '4.5', '4 Foo 1952', 'May', 'May 1952', '4 May', '4.5-1952', '0999-01-01', ''],
])('%j is no day', (text) => {
  expect(datesIn(text, today)).toEqual([]);
  expect(parseDate(text)).toBeUndefined();
});

it.each([
  ['04051952', ['1952-05-04']],
  ['19520504', ['1952-05-04']],
  ['040552', ['1952-05-04']],
  ['241226', ['1926-12-24']],
  ['20112011', ['2011-11-20']],
  ['12122012', ['2012-12-12']],
  ['24112026', []],
  ['31121899', []],
  ['18991231', []],
  ['31021952', []],
  ['0405195', []],
  ['123456', []],
])('%j in digits is %j', (digits, dates) => {
  expect(datesInDigits(digits, today)).toEqual(dates);
});

it('considers only days on which a living person can be born', () => {
  const days = ['1899-12-31', '1900-01-01', '2026-11-23', '2026-11-24'];
  expect(days.map((date) => isLikelyBirth(date, today))).toEqual([false, true, true, false]);
});

it('reads three groups of digits as a date only when it can be a birth date', () => {
  const kinds = (text: string) => readings(text, undefined, today).map(({ kind }) => kind);
  expect(kinds('10 01 1999').slice(0, 3)).toEqual(['dateOfBirth', 'dateOfBirth', 'digits']);
  expect(kinds('10 01 2099')[0]).toBe('digits');
  expect(kinds('10 01 2099')).toContain('dateOfBirth');
});

describe('a name with a date is read from', () => {
  const edgar = { kind: 'name', words: ['Edgar', 'Bullock'], date: '1952-05-04' };
  const lastFirst = { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar', date: '1952-05-04' };
  it.each([
    ['Edgar Bullock 4. 5. 1952', edgar],
    ['Edgar Bullock, 4. Mai 1952', edgar],
    ['Edgar Bullock May 4th, 1952', edgar],
    ['Edgar Bullock 4 de mayo de 1952', edgar],
    ['Edgar Bullock 4 5 1952', edgar],
    ['Edgar Bullock - 4.5.52', edgar],
    ['Edgar Bullock, geb. am 04.05.1952', edgar],
    ['Edgar Bullock (born 4 May 1952)', edgar],
    ['Edgar Bullock, Geburtsdatum: 04.05.1952', edgar],
    ['Edgar Bullock 04051952', edgar],
    ['Edgar Bullock 040552', edgar],
    ['4 May 1952 Edgar Bullock', edgar],
    ['4.5.1952, Edgar Bullock', edgar],
    ['born 4.5.1952 Edgar Bullock', edgar],
    ['Edgar 1952-05-04 Bullock', edgar],
    ['Mr Edgar Bullock 04/05/52', edgar],
    ['Edgar\tBullock\t04.05.1952', edgar],
    ['Bullock, Edgar 4.5.1952', lastFirst],
    ['Bullock, Edgar, 4.5.1952', lastFirst],
    ['Bullock, Edgar *04.05.1952', lastFirst],
    ['Bullock 4.5.1952, Edgar', lastFirst],
    ['Herr Bullock, Edgar, geb. 4.5.1952', lastFirst],
    ['Born, Max 4.5.1952', { kind: 'lastFirst', lastName: 'Born', firstName: 'Max', date: '1952-05-04' }],
  ])('%j', (text, reading) => {
    expect(recognise(text, undefined, today)).toEqual(reading);
  });

  it.each([
    ['Max Born 4.5.1952', { kind: 'name', words: ['Max', 'Born'], date: '1952-05-04' }],
    ['Born 4.5.1952', { kind: 'name', words: ['Born'], date: '1952-05-04' }],
    ['bullock 04051952', { kind: 'name', words: ['bullock', '04051952'] }],
    ['Edgar Bullock 04/05/1952', { kind: 'name', words: ['Edgar', 'Bullock'], date: '1952-04-05' }],
  ])('and %j can be %j, too', (text, reading) => {
    const all = readings(text, undefined, today);
    expect(all.slice(1)).toContainEqual(reading);
  });

  it('once only from the less likely day', () => {
    const swapped = readings('Bullock, Edgar 04/05/1952', undefined, today).filter(
      (reading) => 'date' in reading && reading.date === '1952-04-05',
    );
    expect(swapped).toEqual([{ ...lastFirst, date: '1952-04-05' }]);
  });

  it('but not from a number that is no birth date', () => {
    expect(recognise('bullock 123456')).toEqual({ kind: 'name', words: ['bullock', '123456'] });
  });
});
