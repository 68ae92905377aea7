import { expect, it } from 'vitest';
import { cleanName } from './studio-name';

it.each([
  [' City  Gym ', 'City Gym'],
  ['City\tGym\nhttps://evil.example', 'City Gym https://evil.example'],
  ['City\u001b[31m \u202emyG', 'City [31m myG'],
  ['Müller & Söhne', 'Müller & Söhne'],
  ['\u200b', ''],
  ['x'.repeat(300), 'x'.repeat(200)],
])('of %j is %j', (text, name) => {
  expect(cleanName(text)).toBe(name);
});
