import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { appArguments } from './start-options.mjs';

test('uses demo data unless live is requested', () => {
  expect(appArguments([])).toEqual(['--demo']);
  expect(appArguments(['--live'])).toEqual([]);
});

test.each([[['--customer', 'Anna Müller']], [['--customer=Anna Müller']]])('a customer as %j', (argv) => {
  expect(appArguments(argv)).toEqual(['--demo', '--customer=Anna Müller']);
});

test('a caller', () => {
  const argv = ['--call', '+4930901820', '--theme', 'dark'];
  expect(appArguments(argv)).toEqual(['--demo', '--theme=dark', '--call=+4930901820']);
});

test('writes a picture relative to the folder where npm was called', () => {
  expect(appArguments(['--screenshot', 'a.png'], '/elsewhere')).toContain(
    `--screenshot=${resolve('/elsewhere', 'a.png')}`,
  );
});

test('passes appearance options through', () => {
  const argv = ['--lang=de', '--theme', 'dark', '--size', '900x700'];
  expect(appArguments(argv).sort()).toEqual(['--demo', '--lang=de', '--size=900x700', '--theme=dark']);
});

test.each([
  [['--costumer', 'x'], '--costumer'],
  [['x'], 'x'],
  [['--customer'], '--customer'],
  [['--theme', 'pink'], 'light or dark'],
  [['--size', 'big'], '1280x720'],
])('%j is refused with the usage', (argv, told) => {
  expect(() => appArguments(argv)).toThrow(told);
  expect(() => appArguments(argv)).toThrow('npm start --');
});

test('help prints the usage', () => {
  expect(appArguments(['--help'])).toBeUndefined();
});
