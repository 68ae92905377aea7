import Papa from 'papaparse';
import type { InputFault } from '../../preload/contract/problem';
import type { Brand } from '../../preload/contract/studio-import';
import { parseAddress } from './address';
import { keyForm } from './api-key';

/** Maximum number of rows. */
export const maxRows = 2_000;

/** A row of a table of studios. */
export interface StudioRow {
  /** Number of the line in the text, from 1, without empty lines. */
  line: number;
  name?: string;
  key: string;
  /** Address, or a tenant without its brand; absent where the row has neither. */
  address?: string;
  /** Why the row cannot be used. */
  fault?: InputFault;
}

/** Heading of the other token in the activation e-mail of a studio. */
const webhook = /webhook/i;

/** Headings of the columns, in lower case; also parts of longer headings. */
const headings = {
  key: ['key', 'token', 'schlüssel', 'schluessel'],
  address: ['address', 'adresse', 'tenant', 'mandant', 'url', 'base', 'host'],
  name: ['name', 'studio', 'club', 'filiale', 'standort', 'location'],
} as const;
type Column = keyof typeof headings;

/** A tenant alone: a label of a host name. */
const tenantName = /^[a-z\d]([a-z\d-]*[a-z\d])?$/i;

/** Characters that a key may have when no heading names its column. */
const keyShape = /^[\x21-\x7e]{16,}$/;

/**
 * Reads rows of CSV as Excel writes them in German and in English: separated by semicolons, commas or tabs, with or
 * without quotes and headings. Columns are found by their headings or by what is in them. A row without an address takes
 * the `fallback`.
 */
export function parseStudioRows(text: string, fallback?: string): StudioRow[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t'],
    // One more than is connected, and a line of headings: the caller sees that there are more.
    preview: maxRows + 2,
  });
  const rows = data.map((cells) => cells.map((cell) => cell.trim()));
  const named = columnsByHeading(rows[0] ?? []);
  const body = named ? rows.slice(1) : rows;
  const read = body.map((cells, index): StudioRow => {
    const line = index + (named ? 2 : 1);
    const found = named ? pick(cells, named) : byContent(cells);
    const address = found.address || fallback;
    // SECURITY: the other token must not be shown, printed or looked up as a name or an address.
    if ([found.name, found.address, found.other].some((cell) => keyForm.test(cell ?? '')))
      return { line, key: '', fault: 'twoKeys' };
    return {
      line,
      ...(found.name && { name: found.name }),
      key: found.key ?? '',
      ...(address && { address }),
    };
  });
  // SECURITY: a cell is a slice that keeps the whole text in memory, with all keys. A clone does not.
  return structuredClone(read);
}

type Columns = Partial<Record<Column, number>>;

/** Columns by the headings of the first row; undefined when that row is not one of headings. */
function columnsByHeading(cells: readonly string[]): Columns | undefined {
  const isData = (cell: string) => isAddress(cell) || (keyShape.test(cell) && /\d/.test(cell));
  if (cells.some(isData)) return undefined;
  const columns: Columns = {};
  // The key first: "API key of the studio" contains "studio".
  for (const column of Object.keys(headings) as Column[]) {
    const words: readonly string[] = headings[column];
    const index = cells.findIndex(
      (cell, at) =>
        !Object.values(columns).includes(at) &&
        !webhook.test(cell) &&
        words.some((word) => cell.toLowerCase().includes(word)),
    );
    if (index >= 0) columns[column] = index;
  }
  return columns.key === undefined ? undefined : columns;
}

function pick(cells: readonly string[], columns: Columns): Partial<Record<Column | 'other', string>> {
  const entries = Object.entries(columns).map(([column, index]) => [column, cells[index] ?? '']);
  return Object.fromEntries(entries);
}

/** Finds the cells of a row without headings: a key by its form, an address, a tenant, and the rest is the name. */
function byContent(cells: readonly string[]): Partial<Record<Column | 'other', string>> {
  const left = cells.filter((cell) => cell !== '');
  const take = (fits: (cell: string) => boolean) => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const address = take(isAddress);
  const key = take((cell) => keyForm.test(cell)) ?? take((cell) => keyShape.test(cell));
  const other = take((cell) => keyForm.test(cell));
  // The last of several texts that could be a tenant is the tenant, because the name comes first.
  const tenant =
    address === undefined && left.length > 1 && tenantName.test(left.at(-1) ?? '') ? left.pop() : undefined;
  const [name] = left;
  const place = address ?? tenant;
  return {
    ...(key !== undefined && { key }),
    ...(other !== undefined && { other }),
    ...(place !== undefined && { address: place }),
    ...(name !== undefined && { name }),
  };
}

function isAddress(cell: string): boolean {
  return /^https?:\/\//i.test(cell) || /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?(\/|$)/i.test(cell);
}

/**
 * Address of a row: as written, or that of its tenant. Undefined for a tenant while no brand is chosen.
 */
export function rowAddress(written: string, brand: Brand | undefined): string | undefined {
  if (isAddress(written) || 'fault' in parseAddress(written)) return written;
  if (!tenantName.test(written)) return written;
  return brand && `https://${written.toLowerCase()}.open-api.${brand}`;
}

/**
 * Decodes a file: UTF-16 by its byte order mark, UTF-8, and else Windows-1252, in which Excel saves "CSV" in western
 * Europe.
 */
export function decodeRows(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
