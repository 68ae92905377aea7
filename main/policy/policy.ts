import { type Policy, type PolicyKey, policyKeys } from './keys';

/** Whom a policy was made for: every user of the machine, or one. The machine's wins. */
export const levels = ['machine', 'user'] as const;
export type Level = (typeof levels)[number];

/** What a source holds. Values as the platform keeps them; undefined when it holds no policy at all. */
export interface PolicySource {
  level: Level;
  /** The file or the registry key, for the report. */
  where: string;
  read: () => Promise<Record<string, unknown> | undefined>;
}

/** A value in force and where it comes from. */
export interface Decision {
  level: Level;
  where: string;
}

/** Why a value of a source is not in force. */
export interface Refusal extends Decision {
  /** As it stands in the source; "(everything)" when the source could not be read. */
  name: string;
  reason: 'unknown' | 'bad value' | 'unreadable';
  /** What is wrong with the value; words of ours, never the value. */
  detail?: string;
}

export interface PolicyRead {
  policy: Policy;
  decisions: Partial<Record<PolicyKey, Decision>>;
  refused: Refusal[];
}

/** Reads all sources; each value is judged by itself, so that one mistake does not lift the rest. */
export async function readPolicy(sources: readonly PolicySource[]): Promise<PolicyRead> {
  const result: PolicyRead = { policy: {}, decisions: {}, refused: [] };
  const read = await Promise.all(sources.map(readSource));
  // The user's first: what the machine says then takes its place.
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

/** The registry has numbers for switches. */
function isBit(value: unknown): boolean {
  return value === 0 || value === 1;
}

function placeOf({ level, where }: PolicySource): Decision {
  return { level, where };
}
