import { expect, test } from 'vitest';
import { checkProse, documents } from './prose.mjs';

const findings = async (text) => (await checkProse('x.md', text)).messages.map(({ ruleId }) => ruleId);

test.each([
  ['Whoever signs in is told of it.', 'plain-words'],
  ['A version that turned out badly is begun anew.', 'plain-words'],
  ['This is is wrong.', 'is'],
  ['It is a error.', 'retext-indefinite-article'],
  ['We utilize a proxy.', 'utilize'],
  [`${'word '.repeat(50)}end.`, 'long-sentence'],
])('finds what is wrong with %j', async (text, rule) => {
  expect(await findings(text)).toContain(rule);
});

test('accepts plain text, code and tables', async () => {
  const text =
    '# Title\n\nUninstalling removes the program.\n\n`whoever anew`\n\n| a | b |\n| - | - |\n| one | two |\n';
  expect(await findings(text)).toEqual([]);
});

test('checks the written documents, not the generated ones', () => {
  expect(documents()).toContain('docs/architecture.md');
  expect(documents()).not.toContain('docs/faults.md');
});
