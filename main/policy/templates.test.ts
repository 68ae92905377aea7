import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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

it('the ADML contains every text of the ADMX and nothing else', () => {
  const admx = templates['Ringside.admx'] ?? '';
  const adml = templates['en-US/Ringside.adml'] ?? '';
  for (const [reference, attribute] of [
    [/\$\(string\.(\w+)\)/g, /<string id="(\w+)"/g],
    [/\$\(presentation\.(\w+)\)/g, /<presentation id="(\w+)"/g],
    [/valueName="(\w+)"/g, /(?:refId|<policy name)="(\w+)"/g],
  ] as const) {
    const wanted = new Set([...admx.matchAll(reference)].map(([, id]) => id));
    const there = new Set([...(adml + admx).matchAll(attribute)].map(([, id]) => id));
    expect(wanted.size).toBeGreaterThan(0);
    expect([...wanted].filter((id) => !there.has(id))).toEqual([]);
  }
  const keys = [...admx.matchAll(/<policy name="(\w+)"/g)].map(([, name]) => name);
  expect(keys).toEqual(Object.keys(policyKeys));
});

it('each example is valid against the published JSON Schema', () => {
  const { properties } = JSON.parse(templates['policy.schema.json'] ?? '');
  for (const [name, { example }] of Object.entries(policyKeys)) {
    const { type, enum: choices } = properties[name];
    if (choices) expect(choices).toContain(example);
    else expect({ integer: 'number', array: 'object' }[type as string] ?? type, name).toBe(typeof example);
  }
});
