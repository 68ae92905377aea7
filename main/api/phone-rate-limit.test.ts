import { expect, it } from 'vitest';
import { PhoneRate } from './phone-rate-limit';

function rate() {
  const clock = { now: 0 };
  const limit = new PhoneRate(() => clock.now);
  return { clock, allows: (number: string) => limit.allows(number) };
}

const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `030 ${from + index}`);

it('lets a page try 30 numbers at once and 20 a minute', () => {
  const { clock, allows } = rate();
  expect(numbers(100).filter(allows)).toHaveLength(30);
  clock.now = 60_000;
  expect(numbers(100, 100).filter(allows)).toHaveLength(20);
});

it('never meets an agent with a call every six seconds who repeats each search', () => {
  const { clock, allows } = rate();
  for (const number of numbers(600)) {
    clock.now += 6_000;
    expect([number, number.replace(' ', '/'), number].every(allows)).toBe(true);
  }
});

it('repeats the last numbers without end, in any writing, and no older one', () => {
  const { allows } = rate();
  numbers(30).filter(allows);
  expect(allows('(030) 29')).toBe(true);
  expect(allows('030 23')).toBe(true);
  expect(allows('030 0')).toBe(false);
});

it.each([
  ['full-width', 0xff10],
  ['Arabic-Indic', 0x0660],
  ['Persian', 0x06f0],
])('counts numbers in %s digits, which the search reads as well', (_script, zero) => {
  const { allows } = rate();
  const inScript = (number: string) =>
    number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  expect(numbers(100).map(inScript).filter(allows)).toHaveLength(30);
});

it('counts a number with its country code, and each extension, as another one', () => {
  const { allows } = rate();
  const texts = Array.from({ length: 29 }, (_, index) => `030 901820${'0'.repeat(index)}`);
  expect([...texts, '+49 30901820', '4930901820', '030 90182 x0'].map(allows)).toEqual([
    ...texts.map(() => true),
    true,
    false,
    false,
  ]);
});
