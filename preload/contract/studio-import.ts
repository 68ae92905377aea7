import type { InputFault, Problem } from './problem';

/** Domains of the API by brand and environment (API reference); a tenant's address is `https://<tenant>.open-api.<brand>`. */
export const brands = [
  'magicline.com',
  'perfectgym.com',
  'sandbox.magicline.com',
  'sandbox.perfectgym.com',
] as const;
export type Brand = (typeof brands)[number];

/** Pasted rows of studios: CSV with a name, a key and an address or a tenant each. */
export interface ReadRows {
  text: string;
  /** Brand of the rows that name a tenant only. */
  brand?: Brand;
}

/**
 * State of a row. `brandNeeded`: it names a tenant only, and no brand is chosen. `nameNeeded`: the API does not supply
 * the name of its studio. `failed`: see `fault` and `problem`; the row can be tried again.
 */
export type ImportState =
  | 'ready'
  | 'brandNeeded'
  | 'invalid'
  | 'proving'
  | 'added'
  | 'keyReplaced'
  | 'unchanged'
  | 'nameNeeded'
  | 'failed';

/** States of a row whose studio is connected. */
export const connectedStates: ReadonlySet<ImportState> = new Set(['added', 'keyReplaced', 'unchanged']);

/** A row of an import as the page sees it. SECURITY: without its key. */
export interface ImportRow {
  /** Line in the file or the text, from 1. */
  line: number;
  name?: string;
  /** Address or tenant as written. */
  address?: string;
  state: ImportState;
  /** Why the row cannot be used. */
  fault?: InputFault;
  problem?: Problem;
}
