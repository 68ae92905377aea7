import { z } from 'zod';
import { appId } from '../app-id';
import { adml, admx, english, german } from './admx';
import { type Key, type Kind, type PolicyKey, policyKeys } from './keys';
import { escaped } from './xml';

const keys = Object.entries(policyKeys) as [PolicyKey, Key][];

/**
 * Generates the files of `docs/policy/` from {@link policyKeys}, by path. `npm run policy:write` writes them, and a
 * test compares them with the keys.
 */
export function policyTemplates(): Record<string, string> {
  return {
    'policy.schema.json': jsonSchema(),
    'Ringside.admx': admx(),
    'en-US/Ringside.adml': adml(english),
    'de-DE/Ringside.adml': adml(german),
    'ringside.mobileconfig': mobileconfig(),
    'README.md': table(),
  };
}

/** JSON Schema 2020-12 of `/etc/ringside/policy.json`. */
function jsonSchema(): string {
  const properties = keys.map(([name, { schema, title, explains, example, isSecret }]) => {
    const { $schema: _, ...of } = z.toJSONSchema(schema, { io: 'input' });
    return [
      name,
      {
        title,
        description: explains,
        ...of,
        ...(isSecret === true && { writeOnly: true }),
        examples: [example],
      },
    ];
  });
  const whole = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Policy of Ringside',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Configuration profile for macOS with an example of every key; administrators remove the keys they do not need. */
function mobileconfig(): string {
  const secrets = keys.filter(([, { isSecret }]) => isSecret === true).map(([name]) => name);
  const values = keys.map(([name, { example }]) => `      <key>${name}</key>\n      ${plist(example)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Every key at its example: take out what you do not set, and give both payloads UUIDs of your own. The secret among
     them (${secrets.join(', ')}) is published here: never use this value. -->
<plist version="1.0">
<dict>
  <key>PayloadType</key>
  <string>Configuration</string>
  <key>PayloadVersion</key>
  <integer>1</integer>
  <key>PayloadIdentifier</key>
  <string>${appId}.policy</string>
  <key>PayloadUUID</key>
  <string>6B0E4C5E-2F3D-4E0B-9C53-0B8B5B0F7A01</string>
  <key>PayloadDisplayName</key>
  <string>Ringside</string>
  <key>PayloadScope</key>
  <string>System</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key>
      <string>${appId}</string>
      <key>PayloadVersion</key>
      <integer>1</integer>
      <key>PayloadIdentifier</key>
      <string>${appId}.policy.values</string>
      <key>PayloadUUID</key>
      <string>6B0E4C5E-2F3D-4E0B-9C53-0B8B5B0F7A02</string>
${values.join('\n')}
    </dict>
  </array>
</dict>
</plist>
`;
}

function plist(value: unknown): string {
  if (Array.isArray(value)) return `<array>${value.map(plist).join('')}</array>`;
  if (typeof value === 'boolean') return `<${value} />`;
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  return `<string>${escaped(String(value))}</string>`;
}

const types: Record<Kind['is'], string> = {
  choice: 'REG_SZ',
  choices: 'REG_MULTI_SZ',
  list: 'REG_MULTI_SZ',
  number: 'REG_DWORD',
  switch: 'REG_DWORD, 0 or 1',
  text: 'REG_SZ',
};

/** Table of the keys for readers. */
function table(): string {
  const rows = keys.map(([name, { kind, explains, example }]) => {
    const values = 'of' in kind ? kind.of.map((each) => `\`${each}\``).join(', ') : valuesOf(kind);
    return `| \`${name}\` | ${explains} | ${values} | ${types[kind.is]} | \`${JSON.stringify(example)}\` |`;
  });
  return `# Policy

Every key of a policy, made of \`main/policy/keys.ts\` by \`npm run policy:write\`, as are the files beside this page: a
[JSON Schema](policy.schema.json), templates for Windows group policy ([ADMX](Ringside.admx); [English](en-US/Ringside.adml) and [German](de-DE/Ringside.adml) ADML) and a
[configuration profile](ringside.mobileconfig) for macOS. Where each platform keeps its policy is in
[Administration](../administration.md#policy).

| key | is | values | in the registry | in JSON |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function valuesOf(kind: Kind): string {
  if (kind.is === 'number') return `${kind.from} to ${kind.to}`;
  return kind.is === 'switch' ? '`true`, `false`' : 'text';
}
