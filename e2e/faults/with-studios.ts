import { saveStudios } from '../saved-studios';
import type { Desktop } from './desktop-row';
import type { FaultContext } from './fault-context';

/** Starts a Ringside with the studios of the row's server whose names contain one of these words. */
export async function withStudios(
  { home, secrets, server, open }: Desktop,
  words: readonly string[],
): Promise<FaultContext> {
  const studios = server.studios.filter(({ name }) => words.some((word) => name.includes(word)));
  await saveStudios(home, secrets, studios);
  return open();
}
