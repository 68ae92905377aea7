import type { CustomerId } from '../../preload/contract/domain';
import { customerKey, type StudioRef } from '../../preload/contract/studio';
import type { Digest, Digests } from './digests';
import type { IndexMatch, IndexMatches } from './phone-indexer';

/** The index of one studio, as far as it is made. */
export interface SearchedIndex {
  studio: StudioRef;
  /** ISO code of the studio's country, where it is known. */
  country: string | undefined;
  find: (digest: Digest) => CustomerId[];
  /** Whether all customers of the studio were read. */
  isComplete: boolean;
}

/**
 * Looks for a telephone number in the indexes of studios.
 *
 * @param region ISO code of the country of the desk, in whose form a number without country code is read
 */
export async function findMatches(
  number: string,
  indexes: readonly SearchedIndex[],
  digests: Digests,
  region: string | undefined,
): Promise<IndexMatches> {
  const { wantedTexts, forgetLastMatch } = await import('./indexed-numbers');
  const exact = new Map<string, IndexMatch>();
  const uncertain = new Map<string, IndexMatch>();
  const wantedIn = new Map<string | undefined, { exact: Digest[]; ending: Digest[] }>();
  for (const { studio, country, find } of indexes) {
    let wanted = wantedIn.get(country);
    if (!wanted) {
      const texts = wantedTexts(number, [country, region]);
      const ending = texts.ending === undefined ? [] : [texts.ending];
      wanted = {
        exact: texts.exact.map((text) => digests.of(text)),
        ending: ending.map((text) => digests.of(text)),
      };
      wantedIn.set(country, wanted);
    }
    // Two studios of a tenant can have the same customer, who has moved; one of them then refuses.
    const take = (found: Map<string, IndexMatch>) => (id: CustomerId) =>
      found.set(`${studio} ${id}`, { studio, id, ...(country && { country }) });
    wanted.exact.flatMap(find).forEach(take(exact));
    wanted.ending.flatMap(find).forEach(take(uncertain));
  }
  forgetLastMatch();
  const known = new Set([...exact.values()].map(customerKey));
  const isComplete = indexes.length > 0 && indexes.every((index) => index.isComplete);
  return {
    exact: [...exact.values()],
    uncertain: [...uncertain.values()].filter((match) => !known.has(customerKey(match))),
    isComplete,
  };
}
