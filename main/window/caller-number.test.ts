import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaller } from './caller-number';

describe('a number', () => {
  it.each([
    ['+4930901820', '+4930901820'],
    ['+49 (0)30 90 18-20', '+4930901820'],
    ['0049 (0) 30 901820', '004930901820'],
    ['030 / 90 18 20', '030901820'],
    ['(030) 901820', '030901820'],
    ['030.901.820', '030901820'],
    ['901820', '901820'],
    ['4930901820', '4930901820'],
    ["'+4930901820'", '+4930901820'],
    ['"+4930901820"', '+4930901820'],
    ['tel:+4930901820', '+4930901820'],
    ['TEL:+49-30-90-18-20;phone-context=+49', '+4930901820'],
    ['tel:030901820;phone-context=+49', '030901820'],
    ['callto://+4930901820', '+4930901820'],
    ['callto:tel:+4930901820', '+4930901820'],
    ['sip:+4930901820@pbx.example;user=phone', '+4930901820'],
    ['sips:+4930901820@pbx.example:5061;transport=tls?subject=x', '+4930901820'],
    ['sip:+4930901820;npdi@pbx.example', '+4930901820'],
    ['"Bullock" <sip:+4930901820@pbx.example;user=phone>', '+4930901820'],
    ['Bullock, Edgar <tel:+4930901820>', '+4930901820'],
    ['"12345" <sip:+4930901820@pbx.example>', '+4930901820'],
    ['+4930901820@pbx.example', '+4930901820'],
    ['%2B4930901820', '+4930901820'],
    ['%252B4930901820', '+4930901820'],
    ['sip%3A%2B4930901820%40pbx.example', '+4930901820'],
    ['+4930901820 ext. 12', '+4930901820'],
    ['+4930901820x12', '+4930901820'],
    ['tel:+4930901820;ext=12', '+4930901820'],
    ['030 901820 Durchwahl 12', '030901820'],
    ['\u202A+4930901820\u202C', '+4930901820'],
    ['+49\u00A030\u00A0901820\r\n', '+4930901820'],
  ])('%j is %s', (passed, number) => {
    expect(readCaller(passed)).toEqual({ caller: 'number', text: number });
  });

  it.each([
    ['12', '12'],
    ['4711', '4711'],
    ['sip:205@pbx.example', '205'],
    ['"Reception" <sip:205@10.0.0.1>', '205'],
  ])('%j is internal', (passed, number) => {
    expect(readCaller(passed)).toEqual({ caller: 'internal', text: number });
  });
});

it.each([
  ['', ' ', '""', 'anonymous', 'Anonymous', 'ANONYM', 'Anonymous Caller', 'withheld', 'Number withheld'],
  ['private', 'Private Number', 'restricted', 'blocked', 'unavailable', 'unknown', 'Unknown Caller'],
  ['unbekannt', 'Unbekannter Anrufer', 'Rufnummer unterdrückt', 'unterdrückt', 'Nummer nicht übermittelt'],
  ['sip:anonymous@anonymous.invalid', '"Anonymous" <sip:anonymous@anonymous.invalid>', '<sip:unknown@pbx>'],
  ['(null)', 'null', 'n/a', '-', 'none', 'sip:@pbx.example', '0'],
])('%j and others like it are withheld', (...words) => {
  expect(words.map((word) => readCaller(word))).toEqual(words.map(() => ({ caller: 'withheld', text: '' })));
});

it.each([
  // As the documents of telephone programs write them (docs/telephony.md).
  [
    '%CallerNumber%',
    '{number}',
    '{{.CallerNumber}}',
    `$\{CALLERID}`,
    '$CALLERID',
    '$caller$',
    '$(number)',
    '$n',
  ],
  ['[CallerIDNum]', '[[ani]]', '#number#', '@number@', '!number!', '<Call.Number>', '%1', '%s', '%NUMBER'],
  ['{CALLERNUM:1}', '%CallerId%', '$callerid', '%7Bnumber%7D', '"%CallerNumber%"'],
])('placeholders that were not replaced are unreadable: %j and others', (...passed) => {
  for (const text of passed) expect(readCaller(text).caller, text).toBe('unreadable');
  expect(readCaller(passed[0] ?? '')).toEqual({ caller: 'unreadable', text: passed[0] });
});

it.each([
  ['Bullock', 'Bullock'],
  ['sip:edgar@pbx.example', 'sip:edgar@pbx.example'],
  ['1', '1'],
  ['+49309018201234567890123', '+49309018201234567890123'],
  ['030 901820 / 030 901821 / 030 901822', '030 901820 / 030 901821 / 030 901822'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%j is unreadable', (passed, text) => {
  expect(readCaller(passed)).toEqual({ caller: 'unreadable', text });
});

const pieces = fc.constantFrom(
  ...[
    '+49',
    '0',
    '30',
    ' ',
    '%2B',
    '%',
    '{',
    '}',
    '<',
    '>',
    '"',
    'sip:',
    'tel:',
    '@',
    ';ext=',
    '(0)',
    '$',
    '#',
    '\n',
  ],
);
const passed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2_000 }),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join('')),
);

it('any text gives one short line, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(passed, (text) => {
      const read = readCaller(text);
      expect(read.text).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{0,60}$/u);
      expect(read.text).toBe(read.text.trim());
      if (read.caller === 'number' || read.caller === 'internal') {
        expect(read.text).toMatch(/^\+?\d{2,20}$/);
        expect(readCaller(read.text)).toEqual(read);
      } else expect(read.text === '').toBe(read.caller === 'withheld');
    }),
    { numRuns: 2_000 },
  );
});

it('a number survives every form in which it is passed', () => {
  const number = fc.stringMatching(/^\+[1-9]\d{6,14}$/);
  fc.assert(
    fc.property(number, fc.stringMatching(/^[A-Za-z ,."]{0,20}$/), (plain, name) => {
      const forms = [
        plain,
        encodeURIComponent(plain),
        `tel:${plain}`,
        `callto://${plain}`,
        `"${name}" <sip:${plain}@pbx.example;user=phone>`,
        `${plain.slice(0, 4)} ${plain.slice(4)}`,
        `${plain};ext=123`,
      ];
      for (const form of forms) expect(readCaller(form), form).toEqual({ caller: 'number', text: plain });
    }),
  );
});

it('a long text of nested forms is read at once', () => {
  const startedAt = performance.now();
  for (const unit of ['<', '%25', '( ', 'ext', 'tel:', '"', '0 ', '+(0)', '{', ';ext=1'])
    readCaller(unit.repeat(50_000));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
