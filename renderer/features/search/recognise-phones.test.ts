import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../preload/contract/domain';
import { readings, recognise, searchesWhileTyping } from './recognise';

const phone = (number: string): Reading => ({ kind: 'phone', number });

describe('a telephone number is recognised', () => {
  it.each([
    ['+49 170 1234567', '+49 170 1234567'],
    ['+491701234567', '+491701234567'],
    ['+49 (0)170 1234567', '+49 0 170 1234567'],
    ['+49 (0) 170 / 123 45 67', '+49 0 170 / 123 45 67'],
    ['＋49 170 1234567', '+49 170 1234567'],
    ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['+49', '+49'],
    ['0049 170 1234567', '0049 170 1234567'],
    ['0170 1234567', '0170 1234567'],
    ['0170/1234567', '0170/1234567'],
    ['0170-1234567', '0170-1234567'],
    ['0170–1234567', '0170-1234567'],
    ['0170.123.45.67', '0170.123.45.67'],
    ['(030) 901820', '030 901820'],
    ['030 / 90 18 20', '030 / 90 18 20'],
    ['030/901820-15', '030/901820-15'],
    ['06 12 34 56 78', '06 12 34 56 78'],
    ['(212) 555-0123', '212 555-0123'],
    ['212-555-0123', '212-555-0123'],
    ['٠١٧٠ ١٢٣٤٥٦٧', '0170 1234567'],
    ['०१७० १२३४५६७', '0170 1234567'],
    ['０１７０ １２３４５６７', '0170 1234567'],
    ['\u202a+49\u00a0170\u00a01234567\u202c', '+49 170 1234567'],
    ['0170 1234567 ext. 12', '0170 1234567'],
    ['030 901820 Durchwahl 15', '030 901820'],
    ['tel:+49-30-901820', '+49-30-901820'],
    ['tel:+4930901820;ext=5', '+4930901820'],
    ['callto:+4930901820', '+4930901820'],
    ['sip:+4930901820@pbx.example.com', '+4930901820'],
    ['Tel: 030901820', '030901820'],
    ['Tel.-Nr.: 0170 1234567', '0170 1234567'],
    ['Telefon: 0170 1234567', '0170 1234567'],
    ['Mobil 0170 1234567', '0170 1234567'],
    ['Phone: +1 (212) 555-0123', '+1 212 555-0123'],
    ['T: +49 30 901820', '+49 30 901820'],
    ['Anruf von +49 170 1234567', '+49 170 1234567'],
    ['Incoming call from 0170 1234567', '0170 1234567'],
    ['ringside://search?q=%2B49170%201234567', '+49170 1234567'],
  ])('%j as %s', (text, number) => {
    const reading = recognise(text);
    expect(reading).toEqual(phone(number));
    // Nothing is asked before Enter, and no reading sends the number as a name.
    expect(reading && searchesWhileTyping(reading)).toBe(false);
    expect(readings(text).map(({ kind }) => kind)).not.toContain('name');
  });

  it.each<[string, Reading, string]>([
    ['Thomas Müller +49 170 1234567', { kind: 'name', words: ['Thomas', 'Müller'] }, '+49 170 1234567'],
    ['Edgar Bullock <+49 170 1234567>', { kind: 'name', words: ['Edgar', 'Bullock'] }, '+49 170 1234567'],
    [
      'Müller, Thomas, geb. 04.05.1952, Tel. 0170 1234567',
      { kind: 'lastFirst', lastName: 'Müller', firstName: 'Thomas', date: '1952-05-04' },
      '0170 1234567',
    ],
    [
      'Bullock 04.05.1952 0170 1234567',
      { kind: 'name', words: ['Bullock'], date: '1952-05-04' },
      '0170 1234567',
    ],
    ['1-12345, Tel. 0170 1234567', { kind: 'by', field: 'customerNumber', value: '1-12345' }, '0170 1234567'],
    ['E-Mail: e@x.de Tel: 0170 1234567', { kind: 'email', email: 'e@x.de' }, '0170 1234567'],
  ])('beside something that finds more: %j', (text, first, number) => {
    expect(recognise(text)).toEqual(first);
    expect(readings(text)).toContainEqual(phone(number));
  });
});

describe('digits that can be more than a telephone number', () => {
  it.each(['01701234567', '00491701234567', '08912345678', '0004523876', '0412233445'])(
    '%s are for main to decide, and next a number or a card',
    (digits) => {
      const [first, second] = readings(digits);
      expect(first).toMatchObject({ kind: 'digits', digits, mayBePhone: true });
      expect(second).toEqual({ kind: 'digits', digits });
      expect(readings(digits)).toContainEqual(phone(digits));
    },
  );

  it.each([
    ['1234567', 'digits'],
    ['170 1234567', 'digits'],
    ['0815 4711', 'digits'],
    ['04 051952', 'digits'],
    ['1-1234567', 'by'],
    ['1 1234567', 'by'],
  ])('%s stay what they were, and can be a telephone number', (text, kind) => {
    expect(recognise(text)).toMatchObject({ kind });
    expect(recognise(text)).not.toHaveProperty('mayBePhone');
    expect(readings(text).map((each) => each.kind)).toContain('phone');
  });

  it.each(['1001', '112345', '04.05.1952', '04/05/1952', '1-12345', '77 1001', 'M 12345'])(
    '%s is none',
    (text) => {
      expect(readings(text).map(({ kind }) => kind)).not.toContain('phone');
    },
  );

  it('are a card after a telephone number with separators', () => {
    expect(readings('0170 1234567').slice(0, 2)).toEqual([
      phone('0170 1234567'),
      { kind: 'digits', digits: '01701234567' },
    ]);
  });
});
