import { expect, test } from 'vitest';
import { OrderedOutput } from './ordered-output.mjs';

test('the output of parallel parts is never mixed, and the first one is printed as it comes', () => {
  let printed = '';
  const output = new OrderedOutput((text) => {
    printed += text;
  });
  const [first, second, third] = [output.add(), output.add(), output.add()];
  second.write('b1 ');
  first.write('a1 ');
  expect(printed).toBe('a1 ');
  third.write('c1 ');
  third.end();
  first.write('a2 ');
  first.end();
  expect(printed).toBe('a1 a2 b1 ');
  second.write('b2 ');
  second.end();
  expect(printed).toBe('a1 a2 b1 b2 c1 ');
});
