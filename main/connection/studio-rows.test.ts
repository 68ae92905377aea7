import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRows, parseStudioRows, rowAddress } from './studio-rows';

const key = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
const other = '0e37df36-f698-11e6-8dd4-cb9ced3df976';

describe('rows of studios', () => {
  const munich = { line: 2, name: 'Fit Example, Munich', key, address: 'fit-example' };

  it.each([
    ['German Excel', `Studio;API-Schlüssel;Mandant\r\n"Fit Example, Munich";${key};fit-example\r\n`],
    ['English Excel', `Name,API key,Tenant\n"Fit Example, Munich",${key},fit-example\n`],
    ['tabs', `Tenant\tStudio name\tOpen Api Token\nfit-example\tFit Example, Munich\t${key}`],
    ['a BOM and empty lines', `\ufeffkey;tenant;name\n\n${key};fit-example;"Fit Example, Munich"\n;;\n`],
  ])('of %s', (_, text) => {
    expect(parseStudioRows(text)).toEqual([munich]);
  });

  it.each([
    [`Munich;${key};fit-example`, { name: 'Munich', key, address: 'fit-example' }],
    [`${key};https://fit.example/api;Munich`, { name: 'Munich', key, address: 'https://fit.example/api' }],
    [`fit-example.open-api.magicline.com,${key}`, { key, address: 'fit-example.open-api.magicline.com' }],
    [`Munich;${key}`, { name: 'Munich', key }],
    ['Munich;canary-9b1d7c52-key;fit', { name: 'Munich', key: 'canary-9b1d7c52-key', address: 'fit' }],
  ])('without headings are recognised by what is in them: %s', (text, row) => {
    expect(parseStudioRows(text)).toEqual([{ line: 1, ...row }]);
  });

  it('without an address take the only one', () => {
    expect(parseStudioRows(`A;${key}\nB;${other}`, 'https://fit.example')).toEqual([
      { line: 1, name: 'A', key, address: 'https://fit.example' },
      { line: 2, name: 'B', key: other, address: 'https://fit.example' },
    ]);
  });

  it.each([
    `Munich;${other};${key}`,
    `${other};${key};fit-example`,
    `Key;Name;Tenant\n${key};Munich;${other}`,
    `Key;Name;Tenant\n${key};${other};fit-example`,
  ])('with two keys show neither: %s', (text) => {
    const [row] = parseStudioRows(text);
    expect(row).toMatchObject({ key: '', fault: 'twoKeys' });
    expect(JSON.stringify(row)).not.toMatch(/f81d4fae|0e37df36/);
  });

  it('of a table with the webhook token take the API key', () => {
    const text = `Studio;Webhook key;API key;Tenant\nMunich;${other};${key};fit-example`;
    expect(parseStudioRows(text)).toEqual([{ ...munich, name: 'Munich' }]);
  });

  it.each([
    [`fit-example;Augsburg;${key}\nfit-example;Bad Tölz;${other}`, ['Augsburg', 'Bad Tölz']],
    [`1210093500;Munich;fit-example;${key}\n1210093510;Ulm;fit-example;${other}`, ['Munich', 'Ulm']],
    [
      `Studio-ID;Studio;Token;Tenant\n1;Munich;${key};fit-example\n2;Ulm;${other};fit-example`,
      ['Munich', 'Ulm'],
    ],
    [
      `Studio;Adresse;Tenant;API Key\nMunich;Hauptstr. 5, 80331 München;fit-example;${key}\nUlm;;fit-example;${other}`,
      ['Munich', 'Ulm'],
    ],
    [
      `sep=;\r\nStudio;Tenant;Key\r\nMunich;fit-example;${key}\r\nUlm;fit-example;\u200b${other}`,
      ['Munich', 'Ulm'],
    ],
    [
      `Schlüssel der Studios;;\nStudio;Schlüssel;Mandant\nMunich;${key};fit-example\nUlm;${other};fit-example`,
      ['Munich', 'Ulm'],
    ],
  ])('have their columns decided over all rows: %s', (text, names) => {
    const rows = parseStudioRows(text);
    expect(rows.map((row) => row.name)).toEqual(names);
    expect(rows.map((row) => [row.key, row.address])).toEqual([
      [key, 'fit-example'],
      [other, 'fit-example'],
    ]);
  });

  it.each([
    `Munich ${key} https://fit.example`,
    `Munich (webhook ${other});${key};fit-example`,
    `Munich;;https://fit.example/${key}`,
  ])('with a key in another cell show none: %s', (text) => {
    const [row] = parseStudioRows(text);
    expect(row).toMatchObject({ key: '', fault: expect.stringMatching(/twoKeys|keyMisplaced/) });
    expect(JSON.stringify(row)).not.toMatch(/f81d4fae|0e37df36/);
  });

  it('may have an address with the form of a key in its path', () => {
    const [row] = parseStudioRows(`Munich;${key};https://mock.example/${other}`);
    expect(row).toMatchObject({ key, address: `https://mock.example/${other}` });
  });

  it('without a key are kept, so that the table can say so', () => {
    expect(parseStudioRows('Munich;;fit-example')[0]).toMatchObject({ key: '' });
  });

  it('of any text never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parseStudioRows(text)),
    );
  });
});

it('a tenant alone needs its brand', () => {
  expect(rowAddress('fit-example', undefined)).toEqual({ address: undefined });
  const address = 'https://fit-example.open-api.magicline.com';
  expect(rowAddress('Fit-Example', 'magicline.com')).toEqual({ address });
  for (const whole of ['https://fit.example/api', 'fit.example', 'localhost:8080'])
    expect(rowAddress(whole, 'magicline.com')).toEqual({ address: whole });
});

it.each(['FIT EXAMPLE', 'Hauptstr. 5, 80331 München', 'fit_example'])('%s is no address', (text) => {
  expect(rowAddress(text, 'magicline.com')).toEqual({ fault: 'addressMalformed' });
});

it.each([
  ['utf-8', Buffer.from('Müller')],
  ['utf-16le with its mark', Buffer.from('\ufeffMüller', 'utf16le')],
  ['utf-16be with its mark', Buffer.from('\ufeffMüller', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('Müller', 'latin1')],
])('a file in %s is decoded', (_, bytes) => {
  expect(decodeRows(bytes).replace(/^\ufeff/, '')).toBe('Müller');
});
