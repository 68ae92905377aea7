/** The checks of a desktop, in the order of their lines. */
export const checkNames = [
  'keychain',
  'policy',
  'proxy',
  'studio',
  'clock',
  'updates',
  'disk',
  'log',
] as const;
export type CheckName = (typeof checkNames)[number];

/** Statuses of a line, from good to bad; a report has the worst one of its lines. */
export const checkStatuses = ['ok', 'warning', 'failed'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** One line of a check. SECURITY: no field contains a key, a password or a value of the policy. */
export interface CheckLine {
  check: CheckName;
  status: CheckStatus;
  /** Code of what was found, for programs: one of `main/check/findings.ts`. */
  finding: string;
  /** Numbers and codes of the finding, for programs. */
  facts: Record<string, string | number>;
  /** Name of the check, in the language of the report. */
  label: string;
  /** What was checked, where a check has several lines: a studio, an address, a key of the policy. */
  subject?: string;
  /** What was found. */
  text: string;
  /** What to do. */
  advice?: string;
}

/** Result of checking a desktop. */
export interface CheckReport {
  status: CheckStatus;
  lines: CheckLine[];
}

/** The line as text: `Clock (https://…): …`. */
export function lineText({ label, subject, text, advice }: CheckLine): string {
  return `${label}${subject ? ` (${subject})` : ''}: ${[text, advice].filter(Boolean).join(' ')}`;
}

/** The worst status of these lines. */
export function worstStatus(lines: readonly Pick<CheckLine, 'status'>[]): CheckStatus {
  return checkStatuses.findLast((status) => lines.some((line) => line.status === status)) ?? 'ok';
}
