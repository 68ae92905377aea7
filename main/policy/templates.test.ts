import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { germanTexts } from './german-texts';
import { policyKeys } from './keys';
import { policyTemplates } from './templates';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'policy');
const templates = policyTemplates();

it.each(Object.keys(templates))(
  'docs/policy/%s is that of the keys; npm run policy:write makes it anew',
  (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(templates[name]);
  },
);

const admx = templates['Ringside.admx'] ?? '';
const idsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id);

it.each(['en-US', 'de-DE'])(
  'the ADML of %s contains every text of the ADMX once and nothing else',
  (language) => {
    const adml = templates[`${language}/Ringside.adml`] ?? '';
    for (const [wanted, there] of [
      [/\$\(string\.(\w+)\)/g, /<string id="(\w+)"/g],
      [/\$\(presentation\.(\w+)\)/g, /<presentation id="(\w+)"/g],
      [/<(?:text|multiText|enum|decimal) id="(\w+)"/g, /refId="(\w+)"/g],
    ] as const) {
      expect(idsIn(admx, wanted).length).toBeGreaterThan(0);
      expect(idsIn(adml, there).toSorted()).toEqual(idsIn(admx, wanted).toSorted());
    }
  },
);

it('the ADMX has a policy for each key', () => {
  expect(idsIn(admx, /<policy name="(\w+)"/g)).toEqual(Object.keys(policyKeys));
});

it('the German texts are German, and name the same keys, values and numbers as the English ones', () => {
  const named = (text: string) =>
    text.match(/\b(?:[a-z]+[A-Z]\w+|--[\w-]+|docs\/\S+\.md|Ed25519|\d+(?:[.,]\d+)*)/g)?.toSorted() ?? [];
  const comparable = (text: string) =>
    new Set(named(text).map((each) => each.replace(/(?<=\d)[.,](?=\d)/g, '')));
  for (const [name, { title, explains }] of Object.entries(policyKeys)) {
    const german = germanTexts[name as keyof typeof policyKeys];
    expect(german.explains, name).not.toBe(explains);
    expect(comparable(`${german.title} ${german.explains}`), name).toEqual(
      comparable(`${title} ${explains}`),
    );
  }
});

it('each example is valid against the published JSON Schema', () => {
  const { properties } = JSON.parse(templates['policy.schema.json'] ?? '');
  for (const [name, { example }] of Object.entries(policyKeys)) {
    const { type, enum: choices } = properties[name];
    if (choices) expect(choices).toContain(example);
    else expect({ integer: 'number', array: 'object' }[type as string] ?? type, name).toBe(typeof example);
  }
});
