import { writeSync } from 'node:fs';
import type { ConnectionService } from '../connection/connection';
import { problemText, studioLines } from '../connection/provision';
import { findStudio } from '../window/screen-pop';

/** Prints the studios. @returns the exit code */
export async function listStudios(connection: ConnectionService): Promise<number> {
  const studios = connection.studios().toSorted((a, b) => a.name.localeCompare(b.name));
  const keys = await Promise.all(studios.map(({ ref }) => connection.credentials(ref)));
  const lines = studios.map((studio, index) => {
    const key = keys[index];
    return { ...studio, key: key?.ok ? 'key' : (key?.problem.kind ?? 'keyMissing') };
  });
  writeSync(1, studioLines(lines));
  return 0;
}

/** Removes a studio and its key. @returns the exit code */
export async function forgetStudio(
  connection: ConnectionService,
  named: string | undefined,
): Promise<number> {
  const studio = findStudio(named ?? '', connection.studios());
  if (!studio) {
    const why = named
      ? `No single studio has this ID or name: ${named}`
      : 'Give the ID or the name of one studio';
    writeSync(2, `Not forgotten: ${why}\n`);
    return 1;
  }
  const removed = await connection.remove(studio.ref);
  if (removed.ok) writeSync(1, `Forgotten: ${studioLines([{ ...studio, key: 'no key' }])}`);
  else writeSync(2, `Not forgotten: ${problemText(removed.problem)}\n`);
  return removed.ok ? 0 : 1;
}
