import { describe, expect, it } from 'vitest';
import type { CardNumberFormat, LookupField, Reading } from '../../../preload/contract/domain';
import { readings, recognise, unsearchable } from './recognise';

const by = (field: LookupField, value: string): Reading => ({ kind: 'by', field, value });
const number = (value: string) => by('customerNumber', value);
const card = (value: string, cardNumberFormat: CardNumberFormat): Reading => ({
  kind: 'by',
  field: 'cardNumber',
  value,
  cardNumberFormat,
});
const born = (date = '1952-05-04'): Reading => ({ kind: 'dateOfBirth', date });
const name = (...words: string[]): Reading => ({ kind: 'name', words });
const nameBorn = (...words: string[]): Reading => ({ kind: 'name', words, date: '1952-05-04' });
const lastFirst = (lastName: string, firstName: string): Reading => ({
  kind: 'lastFirst',
  lastName,
  firstName,
});
const email = (address: string): Reading => ({ kind: 'email', email: address });
const id: Reading = { kind: 'id', id: '1001' };

describe('a text from a mail, a document or a list', () => {
  it.each<[string, Reading]>([
    ['"Edgar Bullock" <e@x.de>', email('e@x.de')],
    ['Edgar Bullock [mailto:e@x.de]', email('e@x.de')],
    ['<mailto:e@x.de?subject=Hallo>', email('e@x.de')],
    ['e@x.de>;', email('e@x.de')],
    ['‘e@x.de’', email('e@x.de')],
    ['Kd.-Nr. 1-12345', number('1-12345')],
    ['KdNr.: 1–12345', number('1-12345')],
    ['Kd-Nr.:\u00a01\u201112345', number('1-12345')],
    ['Customer no.: 1-12345', number('1-12345')],
    ['Mitgl.-Nr. 1-12345', number('1-12345')],
    ['№ 1-12345', number('1-12345')],
    ['1—12345', number('1-12345')],
    ['1/12345', number('1-12345')],
    ['1.12345', number('1-12345')],
    ['1_12345', number('1-12345')],
    ['1\u200b-\u200b12345\u00ad', number('1-12345')],
    ['\u202d1-12345\u202c', number('1-12345')],
    ['١-١٢٣٤٥', number('1-12345')],
    ['𝟏-𝟏𝟐𝟑𝟒𝟓', number('1-12345')],
    ['\u00021-12345\u0003', number('1-12345')],
    ['1-12345 – Edgar Bullock', number('1-12345')],
    ['Edgar Bullock · 1-12345 · Munich', number('1-12345')],
    ['1-12345\tEdgar\tBullock\t04.05.1952', number('1-12345')],
    ['Bullock;Edgar;1-12345', number('1-12345')],
    ['Kunden-ID 1001 (Munich)', id],
    ['Customer ID = 1001', id],
    ['Customer no. 77 Edgar Bullock', number('77')],
    ['geb. 04.05.1952', born()],
    ['Geb.-Datum: 04.05.1952', born()],
    ['Geb.datum 04.05.1952', born()],
    ['* 04.05.1952', born()],
    ['04.05.1952 (74)', born()],
    ['04.05.1952 (74 Jahre)', born()],
    ['04.05.1952, 74 J.', born()],
    ['1952-05-04 (74 years old)', born()],
    ['Müller, Thomas (geb. 04.05.1952)', { ...lastFirst('Müller', 'Thomas'), date: '1952-05-04' } as Reading],
    [
      'Müller, Thomas, * 04.05.1952 (74)',
      { ...lastFirst('Müller', 'Thomas'), date: '1952-05-04' } as Reading,
    ],
    ['Müller,Thomas,04.05.1952', { ...lastFirst('Müller', 'Thomas'), date: '1952-05-04' } as Reading],
    ['Müller;Thomas;04.05.1952', nameBorn('Müller', 'Thomas')],
    ['Thomas Müller (04.05.1952)', nameBorn('Thomas', 'Müller')],
    ['Sehr geehrter Herr Müller,', name('Müller')],
    ['Hallo Frau Müller!', name('Müller')],
    ['Dear Mr. Bullock,', name('Bullock')],
    ['Familie Müller', name('Müller')],
    ['Nachname: Müller, Vorname: Thomas', lastFirst('Müller', 'Thomas')],
    ['„Thomas“ Müller', name('Thomas', 'Müller')],
    ['Thomas Müller DE89 3704 0044 0532 0130 00', name('Thomas', 'Müller')],
    ['Thomas Müller, IBAN: DE89370400440532013000 BIC COBADEFFXXX', name('Thomas', 'Müller')],
    ['bull0ck', name('bull0ck')],
    ['Bul1ock, Edgar', lastFirst('Bul1ock', 'Edgar')],
  ])('%j', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each([
    ['IBAN DE89 3704 0044 0532 0130 00', 'bankAccount'],
    ['IBAN: DE89370400440532013000', 'bankAccount'],
    ['iban de89 3704 0044 0532 0130 00.', 'bankAccount'],
    ['geb. 31.02.1952', 'noSuchDay'],
    ['Müller 31.02.1952', 'noSuchDay'],
    ['Müller, Thomas (geb. 31.02.1952)', 'noSuchDay'],
    ['Bullock 1952-13-01', 'noSuchDay'],
  ])('%j is not searched because it is a %s', (text, why) => {
    expect(unsearchable(text)).toBe(why);
    expect(readings(text)).toEqual([]);
  });
});

describe('a card number as a reader prints it', () => {
  it.each<[string, Reading]>([
    ['04:A2:24:B2', card('04A224B2', 'HEX_MSB')],
    ['04 A2 24 B2 1C 5D 80', card('04A224B21C5D80', 'HEX_MSB')],
    ['04-a2-24-b2', card('04A224B2', 'HEX_MSB')],
    ['04A2 24B2 1C5D 80', card('04A224B21C5D80', 'HEX_MSB')],
    ['04:12:24:32', card('04122432', 'HEX_MSB')],
    ['04 12 24 32 11 22 33', card('04122432112233', 'HEX_MSB')],
    ['0x04A224B2', card('04A224B2', 'HEX_MSB')],
    ['04a224b2\r\n', card('04A224B2', 'HEX_MSB')],
    ['UID: 04 A2 24 B2', card('04A224B2', 'HEX_MSB')],
    ['Card UID 04:A2:24:B2:1C:5D:80', card('04A224B21C5D80', 'HEX_MSB')],
    ['Kartennummer: 04 A2 24 B2', card('04A224B2', 'HEX_MSB')],
    ['card:04:A2:24:B2', card('04A224B2', 'HEX_MSB')],
    [';1234567890?', card('1234567890', 'DECIMAL')],
    [';1234567890=991212345?\n', card('1234567890', 'DECIMAL')],
    ['%B1234567890?', card('1234567890', 'DECIMAL')],
    ['0004523876 069,02180', card('0004523876', 'DECIMAL')],
    ['Chip-Nr. 770000001001', card('770000001001', 'DECIMAL')],
    ['Transponder: 770000001001', card('770000001001', 'DECIMAL')],
  ])('%j', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it('has its bytes reversed as the next reading', () => {
    expect(readings('04:A2:24:B2')[1]).toEqual(card('04A224B2', 'HEX_LSB'));
    expect(recognise('04:A2:24:B2', 'HEX_LSB')).toEqual(card('04A224B2', 'HEX_LSB'));
  });

  it('is offered without its leading zeros', () => {
    expect(readings('0004523876')).toContainEqual(card('4523876', 'DECIMAL'));
  });

  it.each([
    ['Ed 04 05 52', nameBorn('Ed')],
    ['12 34 56 78', { kind: 'digits', digits: '12345678' }],
  ])('%j is none', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });
});

describe('a customer number with letters', () => {
  const spoken: Reading = { kind: 'by', field: 'customerNumber', value: 'M-2076', otherwise: 'M2076' };

  it.each([
    ['M-2076', number('M-2076')],
    ['m-2076', number('M-2076')],
    ['M – 2076', number('M-2076')],
    ['m2076', spoken],
    ['M 2076', spoken],
    ['Kd.-Nr. M-2076', number('M-2076')],
    ['Customer number M 2076', spoken],
    ['AB-1234', number('AB-1234')],
  ])('%j', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each(['M-2076', 'm2076', 'M 2076'])('%j may still be a name', (text) => {
    expect(readings(text).map(({ kind }) => kind)).toContain('name');
  });

  it.each([
    ['Max 1970', name('Max', '1970')],
    ['M4x', name('M4x')],
    ['Muller A77', name('Muller', 'A77')],
    ['A12345', card('A12345', 'HEX_MSB')],
  ])('%j is none', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });
});
