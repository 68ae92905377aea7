import { hasLocalId, type Studio, type StudioRef } from '../../preload/contract/studio';
import type { IdentifiedKey } from './identify-key';
import type { StudioList } from './studio-list';

/**
 * Finds the saved studio that a key belongs to: the one with the same ID, the one whose key it replaces, or the one that
 * has the key already.
 */
export async function formerStudio(
  list: StudioList,
  { address, studio }: IdentifiedKey,
  key: string,
  replaces: StudioRef | undefined,
): Promise<Studio | undefined> {
  const sameAddress = list.all().filter((each) => each.address === address);
  return (
    byIdOrName(sameAddress, studio, replaces) ??
    (studio.id === undefined ? await withSameKey(list, sameAddress, key) : undefined)
  );
}

function byIdOrName(
  studios: readonly Studio[],
  { id, name }: IdentifiedKey['studio'],
  replaces: StudioRef | undefined,
): Studio | undefined {
  const byId = studios.find((studio) => studio.id === id);
  if (byId) return byId;
  const replaced = studios.find((studio) => studio.ref === replaces);
  if (replaced && (id === undefined || hasLocalId(replaced))) return replaced;
  if (id !== undefined) return undefined;
  return studios.find((studio) => hasLocalId(studio) && studio.name === name);
}

/** The studio that already has a key which may not read its studio: under another name it is not added again. */
async function withSameKey(
  list: StudioList,
  studios: readonly Studio[],
  key: string,
): Promise<Studio | undefined> {
  for (const studio of studios.filter((each) => each.ownName)) {
    const saved = await list.key(studio.ref);
    if (saved.ok && saved.value === key) return studio;
  }
  return undefined;
}
