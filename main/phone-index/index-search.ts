import type { CustomerRef, StudioRef } from '../../preload/contract/studio';
import type { Digests } from './digests';
import { forgetLastMatch, wantedTexts } from './indexed-numbers';
import type { PhoneEntries } from './phone-entries';
import type { IndexMatches } from './phone-indexer';

/** Index of one studio. */
export interface IndexedStudio {
  entries: PhoneEntries;
  isComplete: boolean;
}

/** Finds the customers whose number may be the one that was asked for. */
export async function searchIndex(
  index: ReadonlyMap<StudioRef, IndexedStudio>,
  digests: Digests,
  number: string,
  studios: readonly StudioRef[],
  region: string | undefined,
): Promise<IndexMatches> {
  const { exact, ending } = wantedTexts(number, [region]);
  forgetLastMatch();
  const find = (texts: readonly string[]): CustomerRef[] => {
    const wanted = texts.map((text) => digests.of(text));
    return studios.flatMap((studio) => {
      const entries = index.get(studio)?.entries;
      const ids = new Set(wanted.flatMap((digest) => entries?.find(digest) ?? []));
      return [...ids].map((id) => ({ studio, id }));
    });
  };
  return {
    exact: find(exact),
    uncertain: ending === undefined ? [] : find([ending]),
    isComplete: studios.every((studio) => index.get(studio)?.isComplete),
  };
}
