import { compareNames } from '../../preload/contract/hit-order';
import { contracts } from './contract-schema';
import { account, booking, customer } from './schemas';

/**
 * Loads and compiles what a lookup needs, so that the first one does not wait for it: Zod compiles a schema when it first reads with it, and the collator is made when names are first compared. In steps, so
 * that main can handle a key press between two.
 */
export async function prepareLookup(): Promise<void> {
  const steps = [
    ...[customer, account, booking, contracts].map((schema) => () => schema.safeParse({})),
    () => compareNames('ä', 'b'),
  ];
  for (const step of steps) {
    try {
      step();
    } catch {
      // The first lookup does it then, and reports what is wrong.
    }
    await new Promise(setImmediate);
  }
}
