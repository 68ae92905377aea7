import type { CustomerId } from '../../preload/contract/domain';
import { customerKey, type StudioRef } from '../../preload/contract/studio';
import { loadPhoneNumbers } from '../api/load-phone-numbers';
import { WorkPauses } from '../work-pauses';
import type { Digest, Digests } from './digests';
import { maxFound } from './phone-entries';
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
 * Looks for a telephone number in the indexes of studios, with breaks by the clock. It ends at {@link maxFound} customers, of
 * all studios together.
 *
 * @param region ISO code of the country of the desk, in whose form a number without country code is read
 */
export async function findMatches(
  number: string,
  indexes: readonly SearchedIndex[],
  digests: Digests,
  region: string | undefined,
): Promise<IndexMatches> {
  await loadPhoneNumbers();
  const { wantedTexts, forgetLastMatch } = await import('./indexed-numbers');
  const exact = new Map<string, IndexMatch>();
  const uncertain = new Map<string, IndexMatch>();
  const wantedIn = new Map<string | undefined, { exact: Digest[]; ending: Digest[] }>();
  const pauses = new WorkPauses();
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
    const take = (found: Map<string, IndexMatch>, wantedDigests: readonly Digest[]) => {
      for (const digest of wantedDigests) {
        const free = maxFound - found.size;
        if (free <= 0) return;
        for (const id of find(digest).slice(0, free))
          found.set(`${studio} ${id}`, { studio, id, ...(country && { country }) });
      }
    };
    take(exact, wanted.exact);
    take(uncertain, wanted.ending);
    await pauses.afterTurn();
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
