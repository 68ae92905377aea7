import { type Policy, type PolicyKey, policyKeys } from './keys';
import { Unreadable, UnusableType } from './registry';

/** Scope of a policy: all users of the machine, or one user. The machine's policy takes precedence. */
export const levels = ['machine', 'user'] as const;
export type Level = (typeof levels)[number];

/** Values of a source as the platform stores them; undefined when the source holds no policy. */
export interface PolicySource {
  level: Level;
  /** File or registry key, for the report. */
  where: string;
  read: () => Promise<Record<string, unknown> | undefined>;
}

/** A value in force and its source. */
export interface Decision {
  level: Level;
  where: string;
}

/** Why a value of a source is not in force. */
export interface Refusal extends Decision {
  /** Name of the value in the source; "(everything)" when the source could not be read. */
  name: string;
  reason: 'unknown' | 'bad value' | 'unreadable';
  /** What is wrong with the value. It never quotes the value. */
  detail?: string;
}

export interface PolicyRead {
  policy: Policy;
  decisions: Partial<Record<PolicyKey, Decision>>;
  refused: Refusal[];
}

/** Reads all sources. Each value is checked on its own, so that one mistake does not disable the rest. */
export async function readPolicy(sources: readonly PolicySource[]): Promise<PolicyRead> {
  const result: PolicyRead = { policy: {}, decisions: {}, refused: [] };
  const read = await Promise.all(sources.map(readSource));
  // The user's policy is applied first, so that the machine's replaces it.
  for (const level of [...levels].reverse())
    for (const { source, values } of read.filter(({ source }) => source.level === level))
      if (values) take(values, source, result);
      else result.refused.push({ ...placeOf(source), name: '(everything)', reason: 'unreadable' });
  return result;
}

async function readSource(source: PolicySource) {
  try {
    return { source, values: (await source.read()) ?? {} };
  } catch {
    return { source, values: undefined };
  }
}

function take(values: Record<string, unknown>, source: PolicySource, into: PolicyRead): void {
  const place = placeOf(source);
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(policyKeys, name)) {
      into.refused.push({ ...place, name: name.slice(0, 60), reason: 'unknown' });
      continue;
    }
    const key = name as PolicyKey;
    if (value instanceof Unreadable) {
      into.refused.push({ ...place, name, reason: 'unreadable' });
      continue;
    }
    if (value instanceof UnusableType) {
      into.refused.push({ ...place, name, reason: 'bad value', detail: value.type });
      continue;
    }
    const { schema, kind } = policyKeys[key];
    const judged = schema.safeParse(kind.is === 'switch' && isBit(value) ? value === 1 : value);
    if (judged.success) {
      Object.assign(into.policy, { [key]: judged.data });
      into.decisions[key] = place;
    } else {
      const detail = judged.error.issues[0]?.message.slice(0, 100) ?? '';
      into.refused.push({ ...place, name, reason: 'bad value', detail });
    }
  }
}

/** The registry stores booleans as numbers. */
function isBit(value: unknown): boolean {
  return value === 0 || value === 1;
}

function placeOf({ level, where }: PolicySource): Decision {
  return { level, where };
}
