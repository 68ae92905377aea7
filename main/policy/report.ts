import { type Key, type PolicyKey, policyKeys } from './keys';
import { policyNotes } from './notes';
import type { Decision, PolicyRead, PolicySource, Refusal } from './policy';

const reasons: Record<Refusal['reason'], string> = {
  unknown: 'is no key of a policy',
  'bad value': 'has a value that cannot be used',
  unreadable: 'could not be read',
};

/**
 * Report of `ringside --policy-report`: each key with its value and source, followed by the refused values and by
 * values that have no effect.
 *
 * @param saved `settings.json`; the agent's choices apply where no policy does
 */
export function policyReport(
  read: PolicyRead,
  sources: readonly PolicySource[],
  saved: Record<string, unknown>,
  settingsFile: string,
): string {
  const rows = (Object.keys(policyKeys) as PolicyKey[]).map((key) => {
    const decision = read.decisions[key];
    if (decision) return [key, shownOf(key, read.policy[key]), placeOf(decision)];
    const chosen = settingOf[key] ? saved[settingOf[key]] : undefined;
    return chosen === undefined ? [key, '–', 'default'] : [key, shown(chosen), `settings: ${settingsFile}`];
  });
  const refused = read.refused.map(
    ({ name, reason, detail, ...place }) =>
      `${placeOf(place)}: ${name} ${reasons[reason]}${detail ? ` (${detail})` : ''}`,
  );
  const notes = policyNotes(read.policy);
  return [
    'Looked into',
    ...sources.map((source) => `  ${placeOf(source)}`),
    '',
    ...aligned([['Key', 'Value', 'From'], ...rows]),
    '',
    ...(refused.length > 0 ? ['Refused', ...refused.map((line) => `  ${line}`)] : ['Nothing was refused.']),
    ...(notes.length > 0 ? ['', 'Notes', ...notes.map(({ text }) => `  ${text}`)] : []),
    '',
  ].join('\n');
}

/** Name of the agent's setting in `settings.json` that a key overrides, if there is one. */
const settingOf: Partial<Record<PolicyKey, string>> = {
  apiAddresses: 'addresses',
  language: 'language',
  idleMinutes: 'idleMinutes',
  maskContact: 'maskContact',
  contentProtection: 'contentProtection',
  requestsPerMinute: 'requestsPerMinute',
};

function placeOf({ level, where }: Decision): string {
  return `${level}: ${where}`;
}

/** SECURITY: reports are mailed and pasted into tickets, so a secret is only said to be there. A query may be an access token. */
function shownOf(key: PolicyKey, value: unknown): string {
  const { isSecret }: Key = policyKeys[key];
  if (isSecret === true) return 'set';
  return isSecret === 'query' ? withoutQuery(shown(value)) : shown(value);
}

function withoutQuery(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host}${pathname}${search && '?…'}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function aligned(rows: string[][]): string[] {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
