import { z } from 'zod';
import { type Key, type Kind, type PolicyKey, policyKeys } from './keys';
import { appId } from './platform-sources';

const keys = Object.entries(policyKeys) as [PolicyKey, Key][];

/**
 * Generates the files of `docs/policy/` from {@link policyKeys}, by path. `npm run policy:write` writes them, and a
 * test compares them with the keys.
 */
export function policyTemplates(): Record<string, string> {
  return {
    'policy.schema.json': jsonSchema(),
    'Ringside.admx': admx(),
    'en-US/Ringside.adml': adml(),
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

const registryKey = 'Software\\Policies\\Ringside';
const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/** Administrative template of Windows group policy; its texts are in the ADML. */
function admx(): string {
  const policies = keys.map(([name, { kind }]) => {
    const toggle = kind.is === 'switch';
    const attributes = [
      `name="${name}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_explain)"`,
      `key="${registryKey}"`,
      toggle ? `valueName="${name}"` : `presentation="$(presentation.${name})"`,
    ];
    return [
      `    <policy ${attributes.join(' ')}>`,
      '      <parentCategory ref="ringside" />',
      '      <supportedOn ref="supported" />',
      ...(toggle
        ? [
            '      <enabledValue><decimal value="1" /></enabledValue>',
            '      <disabledValue><decimal value="0" /></disabledValue>',
          ]
        : ['      <elements>', ...element(name, kind).map((line) => `        ${line}`), '      </elements>']),
      '    </policy>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="ringside" namespace="Ringside.Policies.Console" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="ringside" displayName="$(string.ringside)" />
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`;
}

/** XML element that holds the value of a policy. */
function element(name: string, kind: Kind): string[] {
  const id = `id="${name}" valueName="${name}"`;
  switch (kind.is) {
    case 'number':
      return [`<decimal ${id} minValue="${kind.from}" maxValue="${kind.to}" required="true" />`];
    case 'choice':
      return [
        `<enum ${id} required="true">`,
        ...kind.of.map(
          (choice) =>
            `  <item displayName="$(string.${name}_${choice})"><value><string>${choice}</string></value></item>`,
        ),
        '</enum>',
      ];
    case 'choices':
    case 'list':
      return [`<multiText ${id} required="true" />`];
    default:
      return [`<text ${id} required="true" />`];
  }
}

/** English texts of the ADMX, and the controls that its editor shows. */
function adml(): string {
  const strings = keys.flatMap(([name, { kind, title, explains, example }]) => [
    [name, title],
    [`${name}_explain`, `${explains}\n\n${hint(kind, example)}`],
    ...(kind.is === 'choice' ? kind.of.map((choice) => [`${name}_${choice}`, choice]) : []),
  ]);
  const presentations = keys
    .filter(([, { kind }]) => kind.is !== 'switch')
    .map(
      ([name, { kind, title }]) =>
        `      <presentation id="${name}">\n        ${control(name, kind, title)}\n      </presentation>`,
    );
  const all = [['ringside', 'Ringside'], ['supported', 'Ringside 1.0 or later'], ...strings];
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <displayName>Ringside</displayName>
  <description>Policy of the support console</description>
  <resources>
    <stringTable>
${all.map(([id, text]) => `      <string id="${id}">${escaped(text ?? '')}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function control(name: string, kind: Kind, title: string): string {
  switch (kind.is) {
    case 'number':
      return `<decimalTextBox refId="${name}">${escaped(title)}</decimalTextBox>`;
    case 'choice':
      return `<dropdownList refId="${name}" noSort="true">${escaped(title)}</dropdownList>`;
    case 'choices':
    case 'list':
      return `<multiTextBox refId="${name}">${escaped(title)}</multiTextBox>`;
    default:
      return `<textBox refId="${name}"><label>${escaped(title)}</label></textBox>`;
  }
}

function hint(kind: Kind, example: unknown): string {
  if (kind.is === 'switch') return 'Enabled: on. Disabled: off.';
  if (kind.is === 'choices') return `One a line, of ${kind.of.join(', ')}.`;
  return kind.is === 'list' ? `One a line. Example: ${[example].flat().join(', ')}` : `Example: ${example}`;
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

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
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
[JSON Schema](policy.schema.json), templates for Windows group policy ([ADMX](Ringside.admx), [ADML](en-US/Ringside.adml)) and a
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
