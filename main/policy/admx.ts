import { germanTexts } from './german-texts';
import { type Key, type Kind, type PolicyKey, policyKeys } from './keys';
import { escaped } from './xml';

const keys = Object.entries(policyKeys) as [PolicyKey, Key][];

const registryKey = 'Software\\Policies\\Ringside';
const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/** Administrative template of Windows group policy; its texts are in the ADML. */
export function admx(): string {
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

/** Language of an ADML. */
interface Texts {
  description: string;
  supported: string;
  of: (name: PolicyKey) => Pick<Key, 'title' | 'explains'>;
  /** How to enter a value. */
  hints: {
    switch: string;
    choices: (of: string) => string;
    list: (example: string) => string;
    example: (example: string) => string;
  };
}

export const english: Texts = {
  description: 'Policy of the support console',
  supported: 'Ringside 1.0 or later',
  of: (name) => policyKeys[name],
  hints: {
    switch: 'Enabled: on. Disabled: off.',
    choices: (of) => `One a line, of ${of}.`,
    list: (example) => `One a line. Example: ${example}`,
    example: (example) => `Example: ${example}`,
  },
};

export const german: Texts = {
  description: 'Richtlinie der Support-Konsole',
  supported: 'Ringside 1.0 oder neuer',
  of: (name) => germanTexts[name],
  hints: {
    switch: 'Aktiviert: an. Deaktiviert: aus.',
    choices: (of) => `Je Zeile einer dieser Werte: ${of}.`,
    list: (example) => `Ein Wert je Zeile. Beispiel: ${example}`,
    example: (example) => `Beispiel: ${example}`,
  },
};

/** Texts of the ADMX in one language, and the controls that its editor shows. */
export function adml({ description, supported, of, hints }: Texts): string {
  const strings = keys.flatMap(([name, { kind, example }]) => [
    [name, of(name).title],
    [`${name}_explain`, `${of(name).explains}\n\n${hint(kind, example, hints)}`],
    ...(kind.is === 'choice' ? kind.of.map((choice) => [`${name}_${choice}`, choice]) : []),
  ]);
  const presentations = keys
    .filter(([, { kind }]) => kind.is !== 'switch')
    .map(
      ([name, { kind }]) =>
        `      <presentation id="${name}">\n        ${control(name, kind, of(name).title)}\n      </presentation>`,
    );
  const all = [['ringside', 'Ringside'], ['supported', supported], ...strings];
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${namespace}" revision="1.0" schemaVersion="1.0">
  <displayName>Ringside</displayName>
  <description>${description}</description>
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

function hint(kind: Kind, example: unknown, hints: Texts['hints']): string {
  if (kind.is === 'switch') return hints.switch;
  if (kind.is === 'choices') return hints.choices(kind.of.join(', '));
  return kind.is === 'list' ? hints.list([example].flat().join(', ')) : hints.example(`${example}`);
}
