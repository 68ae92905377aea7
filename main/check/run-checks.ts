import { type CheckLine, type CheckName, checkNames } from '../../preload/contract/check';
import { type Facts, type Finding, type FindingCode, statusOf } from './findings';
import type { CheckWords } from './words';

/** One check of a desktop. */
export interface Check {
  /** Time limit, in milliseconds. */
  limitMs: number;
  /** Resolves to one finding for each line. `end` aborts at the time limit. */
  run: (end: AbortSignal) => Promise<Finding[]>;
}

export type Checks = Record<CheckName, Check>;

/**
 * Starts every check at once, and returns their lines in the order of {@link checkNames}. No check can end, delay or break
 * another one: one that is late or throws is a line.
 */
export function runChecks(checks: Checks, words: CheckWords): Promise<CheckLine[]>[] {
  return checkNames.map(async (name) => {
    const findings = await bounded(checks[name]);
    return findings.map((finding) => lineOf(name, finding, words));
  });
}

async function bounded({ limitMs, run }: Check): Promise<Finding[]> {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      resolve([{ code: 'checkLate', facts: { seconds: Math.round(limitMs / 1000) } }]);
      end.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([run(end.signal), late]);
  } catch (error) {
    const name = error instanceof Error ? error.name.slice(0, 60) : 'unknown';
    return [{ code: 'checkBroken', facts: { error: name } }];
  } finally {
    clearTimeout(timer);
  }
}

function lineOf(check: CheckName, { code, facts, subject }: Finding, words: CheckWords): CheckLine {
  const say = words.findings[code] as (facts: Facts[FindingCode]) => [text: string, advice?: string];
  const [text, advice] = say(facts);
  return {
    check,
    status: statusOf[code],
    finding: code,
    facts: { ...facts },
    label: words.labels[check],
    ...(subject && { subject }),
    text,
    ...(advice && { advice }),
  };
}
