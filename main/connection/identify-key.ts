import { fail, type Outcome, type ProblemKind, succeed } from '../../preload/contract/problem';
import type { Studio } from '../../preload/contract/studio';
import type { Credentials } from '../api/api-request';
import type { StudioInformation } from '../api/studio-information';
import { lazyBuiltins } from '../lazy-builtins';

/** What a connection asks the API about a key. */
export interface KeyChecks {
  /** Proves a key against an address; see `prove-key.ts`. */
  prove: (credentials: Credentials) => Promise<Outcome<null>>;
  /** Reads which studio a key belongs to. */
  information: (credentials: Credentials) => Promise<Outcome<StudioInformation>>;
}

/** The address and the studio of a verified key. */
export interface IdentifiedKey {
  address: string;
  studio: Pick<Studio, 'name' | 'ownName'> & { id: string | undefined };
}

/** Problems after which a name is needed: the key is valid, and another try would not reveal its studio. */
const cannotTell: ReadonlySet<ProblemKind> = new Set([
  'badRequest',
  'forbidden',
  'forbiddenOtherStudio',
  'notFound',
  'unexpectedAnswer',
  'unexpectedStatus',
]);

/**
 * Proves a key at the first of these addresses where the API answers, and reads its studio.
 *
 * @param names the name that the user typed and the saved name of the studio whose key it replaces, for a key that may
 *   not read its studio
 */
export async function identifyKey(
  checks: KeyChecks,
  addresses: readonly string[],
  key: string,
  names: { typed: string; saved: () => string | undefined },
): Promise<Outcome<IdentifiedKey>> {
  let refused: Outcome<never> = fail({ kind: 'notTheApi' });
  const countedFor = quotaNameOf(key);
  for (const [index, address] of addresses.entries()) {
    const isLast = index === addresses.length - 1;
    const proved = await checks.prove({ address, key, countedFor });
    if (!proved.ok) {
      refused = proved;
      if (proved.problem.kind === 'notTheApi' && !isLast) continue;
      return proved;
    }
    const information = await checks.information({ address, key, countedFor });
    if (information.ok) {
      const { id, name } = information.value;
      const ownName = name === undefined ? { ownName: true as const } : {};
      return succeed({ address, studio: { id, name: name || names.typed || `Studio ${id}`, ...ownName } });
    }
    // The API answers HEAD on any path (API reference), so only this request reveals a wrong path.
    if (!isLast && information.problem.kind === 'notFound') continue;
    if (!cannotTell.has(information.problem.kind)) return information;
    const name = names.typed || names.saved();
    if (name) return succeed({ address, studio: { id: undefined, name, ownName: true } });
    return fail({ ...information.problem, kind: 'studioUnnamed' });
  }
  return refused;
}

/** Name under which the requests of a proof are counted: the studio of the key is not known yet. */
function quotaNameOf(key: string): string {
  return `proof ${lazyBuiltins.crypto().createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}
