import { describe, expect, it } from 'vitest';
import type { LookupField, Reading } from '../../../preload/contract/domain';
import { clean } from './pasted-text';
import { readings, recognise, unsearchable } from './recognise';

const by = (field: LookupField, value: string): Reading => ({ kind: 'by', field, value });
const card = (value: string): Reading =>
  ({ ...by('cardNumber', value), cardNumberFormat: 'DECIMAL' }) as Reading;
const name = (...words: string[]): Reading => ({ kind: 'name', words });
const number = by('customerNumber', '1-12345');

describe('what surrounds a text is removed', () => {
  it.each([
    ...[
      '"Bullock"',
      '„Bullock“',
      '“Bullock”',
      '«Bullock»',
      '»Bullock«',
      '‹Bullock›',
      "'Bullock'",
      '’Bullock’',
    ],
    ...[
      '‘Bullock’',
      '‚Bullock‘',
      '`Bullock`',
      '´Bullock´',
      '*Bullock*',
      '**Bullock**',
      '_Bullock_',
      '__Bullock__',
    ],
    ...[
      '(Bullock)',
      '[Bullock]',
      '{Bullock}',
      '<Bullock>',
      '|Bullock|',
      'Bullock.',
      'Bullock,',
      'Bullock;',
      'Bullock!',
    ],
    ...[
      'Bullock?',
      'Bullock…',
      "'Bullock',",
      '„Bullock“.',
      '_**Bullock**_',
      'Bul\u00adlock',
      'Bul\u200block',
    ],
    ...['\u2068Bullock\u2069', '\u200eBullock', '\u3000Bullock\u2028', '\tBullock\n', '\u2003Bullock\u202f'],
  ])('%j', (text) => {
    expect(clean(text)).toBe('Bullock');
    expect(recognise(text)).toEqual(name('Bullock'));
  });

  it.each([
    ["O'Brien", "O'Brien"],
    ['O’Brien', 'O’Brien'],
    ["'t Hooft", "'t Hooft"],
    ['a_b@c.de', 'a_b@c.de'],
    ['_Edgar_ **Bullock**', 'Edgar Bullock'],
    ["'Edgar Bullock'", 'Edgar Bullock'],
    ['Mu\u0308ller', 'Müller'],
    ['Edgar\u2028Bullock', 'Edgar Bullock'],
    ['Edgar\u00a0\u2009Bullock', 'Edgar Bullock'],
    ['|Edgar|Bullock|', 'Edgar Bullock'],
    ['…', ''],
    ['„“', ''],
  ])('of %j, %j is left', (text, left) => {
    expect(clean(text)).toBe(left);
  });
});

describe('a label in front says what a value is:', () => {
  const forms: [string[], string, Reading][] = [
    [
      ['Customer no', 'Customer number', 'customer-no', 'Client number', 'Member no', 'Membership number'],
      '1-12345',
      number,
    ],
    [
      ['Kundennummer', 'Kundennr', 'Kunden-Nr', 'Kunden Nr', 'Kd.-Nr', 'KdNr', 'KUNDENNUMMER'],
      '1-12345',
      number,
    ],
    [['Mitgliedsnummer', 'Mitglieds-Nr', 'Mitgliednummer', 'Nr', 'No'], '1-12345', number],
    [['Kundennummer', 'Customer no', 'No'], '1001', by('customerNumber', '1001')],
    [['Kundennummer'], 'K-1001', by('customerNumber', 'K-1001')],
    [['Mitgliedsnummer'], '1 – 12345', number],
    [
      ['Member ID', 'Customer ID', 'Kunden-ID', 'KundenID', 'Mitglieds-ID', 'ID', 'id'],
      '1001',
      { kind: 'id', id: '1001' },
    ],
    [['Member ID'], '10 01', { kind: 'id', id: '1001' }],
    [
      ['Card no', 'Card number', 'Kartennummer', 'Karten-Nr', 'Kartennr', 'Karte'],
      '7700 0000 1001',
      card('770000001001'),
    ],
    [['Barcode', 'Bar code', 'Strichcode'], '4006381333931', by('barcode', '4006381333931')],
    [['PIN', 'pin', 'PIN-Code', 'PIN code'], '0042', by('pin', '0042')],
    [['Debtor ID', 'Debitorennummer', 'Debitor'], 'D-1001', by('debtorId', 'D-1001')],
    [
      ['E-Mail', 'Email', 'E-Mail-Adresse', 'mail', 'Mail address'],
      'a@b.de',
      { kind: 'email', email: 'a@b.de' },
    ],
    [
      ['Geburtsdatum', 'Geburtstag', 'geb', 'geboren', 'geboren am', 'Geb. am', 'DOB'],
      '4. Mai 1952',
      { kind: 'dateOfBirth', date: '1952-05-04' },
    ],
    [
      ['Date of birth', 'Birth date', 'Birthday', 'born', 'Born on'],
      '1952-05-04',
      { kind: 'dateOfBirth', date: '1952-05-04' },
    ],
    [['Geburtsdatum', 'DOB'], '04051952', { kind: 'dateOfBirth', date: '1952-05-04' }],
    [['Name', 'name', 'Nachname', 'Vorname'], 'Bullock', name('Bullock')],
    [['Kunde', 'Mitglied', 'Customer', 'Member'], '1-12345', number],
    [['Customer', 'Mitglied'], '#1001', { kind: 'digits', digits: '1001' }],
  ];
  const rows = forms.flatMap(([labels, value, reading]) =>
    labels.flatMap((label) =>
      [' ', ': ', ':', '. ', '.: '].map((joint) => [`${label}${joint}${value}`, reading] as const),
    ),
  );
  it.each(rows)('%j', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each([
    ['Kunde: Bullock, Edgar', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar' }],
    ['Last name: Bullock', name('Bullock')],
    ['Name: Edgar Bullock (1-12345)', number],
    ['Mitgliedsnummer 1-12345 Edgar Bullock', number],
    ['Member ID 1-12345', number],
    ['E-Mail: Edgar <a@b.de>', { kind: 'email', email: 'a@b.de' }],
    ['mailto:a@b.de', { kind: 'email', email: 'a@b.de' }],
    ['a@b.de.', { kind: 'email', email: 'a@b.de' }],
    ['write to a@b.de. Thanks', { kind: 'email', email: 'a@b.de' }],
    ['pin:12 34', by('pin', '1234')],
  ])('%j', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each<readonly [string, Reading]>([
    ['pin bullock', name('pin', 'bullock')],
    ['Card Bullock', name('Card', 'Bullock')],
    ['Barcode Bullock', name('Barcode', 'Bullock')],
    ['Kartennummer: Bullock', name('Bullock')],
    ['E-Mail: bullock', name('bullock')],
    ['Geburtsdatum Bullock', name('Geburtsdatum', 'Bullock')],
    ['Member ID abc', name('Member', 'ID', 'abc')],
    ['Kunde Bullock', name('Kunde', 'Bullock')],
    ['no Bullock', name('no', 'Bullock')],
    ['Pin-Chen Bullock', name('Pin-Chen', 'Bullock')],
    ['Cardiff', name('Cardiff')],
    ...['pin', 'Card', 'Barcode', 'Name', 'geb', 'born', 'Kundennummer', 'Kunde', 'id', 'no'].map(
      (word) => [word, name(word)] as const,
    ),
  ])('%j has none', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it('and the value can still have another reading', () => {
    expect(readings('Karte 77')).toContainEqual(by('pin', '77'));
    expect(readings('Kundennummer 1-12345')).toEqual([
      number,
      by('debtorId', '1-12345'),
      by('barcode', '1-12345'),
    ]);
  });
});

describe('a title is no name:', () => {
  it.each([
    'Herr',
    'Herrn',
    'Frau',
    'Mr',
    'Mr.',
    'Mrs',
    'Mrs.',
    'Ms',
    'Miss',
    'Dr.',
    'Prof.',
    'Prof. Dr.',
    'Frau Dr.',
    'HERR',
  ])('%j', (title) => {
    const all = readings(`${title} Bullock`);
    expect(all[0]).toEqual(name('Bullock'));
    expect(all).toContainEqual(name(...title.split(' '), 'Bullock'));
  });

  it.each([
    ['Herr', name('Herr')],
    ['Frau', name('Frau')],
    ['Bullock, Herr', name('Bullock')],
    ['Herr, Bullock', name('Bullock')],
    ['Bullock, Edgar; Anna', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar Anna' }],
    ['Herr Bullock, Edgar', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar' }],
    ['Bullock, Dr. Edgar', { kind: 'lastFirst', lastName: 'Bullock', firstName: 'Edgar' }],
    ['Frau Müller geb. Schmidt', name('Müller', 'Schmidt')],
    ['Bullock Edgar;', name('Bullock', 'Edgar')],
  ])('%j', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });
});

describe('what is pasted or dictated', () => {
  it.each([
    ['1-12 345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['1 12345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['1\u201112345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['1\u221212345', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['１－１２３４５', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['١٠٠١', { kind: 'digits', digits: '1001' }],
    ['04.05.1952 00:00', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['1952-05-04T00:00:00Z', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['1952-05-04T00:00:00+02:00', { kind: 'dateOfBirth', date: '1952-05-04' }],
    ['https://fit.web.magicline.com/#/customermanagement/1001/overview', { kind: 'id', id: '1001' }],
    ['ringside://customer/1001', { kind: 'id', id: '1001' }],
    ['ringside://customer/1-12345?studio=7', { kind: 'by', field: 'customerNumber', value: '1-12345' }],
    ['ringside://search?q=bullock%20edgar', { kind: 'name', words: ['bullock', 'edgar'] }],
  ])('%s is read as it was meant', (text, reading) => {
    expect(recognise(text)).toEqual(reading);
  });

  it.each([
    ['DE89 3704 0044 0532 0130 00', 'bankAccount'],
    ['GB82WEST12345698765432', 'bankAccount'],
    ['DE89 3704 0044 0532 0130 01', undefined],
    ['31.02.1952', 'noSuchDay'],
    ['1952-13-01', 'noSuchDay'],
    ['04.05.1952', undefined],
    ['ABC123DEF456', undefined],
  ])('%s is not searched because it is a %s', (text, why) => {
    expect(unsearchable(text)).toBe(why);
    if (why) expect(recognise(text)).toBeUndefined();
  });
});
