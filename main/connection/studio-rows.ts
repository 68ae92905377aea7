import Papa from 'papaparse';
import type { InputFault } from '../../preload/contract/problem';
import type { Brand } from '../../preload/contract/studio-import';
import { holdsKey, keyForm } from './api-key';

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

/** Headings of the columns, in lower case; also parts of longer headings. */
const headings = {
  key: ['key', 'token', 'schlüssel', 'schluessel'],
  address: ['address', 'adresse', 'tenant', 'mandant', 'url', 'base', 'host'],
  name: ['name', 'studio', 'club', 'filiale', 'standort', 'location'],
} as const;
type Column = keyof typeof headings;
type Columns = Partial<Record<Column, number>>;

/** Headings of other columns: the other token in the activation e-mail of a studio, and numbers. */
const otherHeading = /webhook|\bid\b|-id\b|nummer|number/i;

/** First lines among which the headings are looked for: a table may have a title. */
const maxTitleLines = 3;

/** A tenant alone: a label of a host name. */
const tenantName = /^[a-z\d]([a-z\d-]*[a-z\d])?$/i;

/** Characters that a key may have when no heading names its column. */
const keyShape = /^[\x21-\x7e]{16,}$/;

/** The line with which Excel names the separator of a file. */
const separatorLine = /^sep=(.)[\r\n]+/i;

/**
 * Reads rows of CSV as Excel writes them in German and in English: separated by semicolons, commas or tabs, with or
 * without quotes and headings. Columns are found by their headings or by what is in them. A row without an address takes
 * the `fallback`.
 */
export function parseStudioRows(text: string, fallback?: string): StudioRow[] {
  const clean = text.replace(/[\ufeff\u200b]/g, '');
  const separator = separatorLine.exec(clean)?.[1];
  const { data } = Papa.parse<string[]>(clean.replace(separatorLine, ''), {
    skipEmptyLines: 'greedy',
    ...(separator ? { delimiter: separator } : { delimitersToGuess: [';', ',', '\t'] }),
    // The caller sees that there are more rows than are connected.
    preview: maxRows + 1 + maxTitleLines,
  });
  const rows = data.map((cells) => cells.map((cell) => cell.trim()));
  const skippedLines = separator ? 1 : 0;
  const headingLine = rows.slice(0, maxTitleLines).findIndex((cells) => isHeading(cells));
  const body = rows.slice(headingLine + 1);
  const columns = headingLine < 0 ? columnsByContent(body) : columnsByHeading(rows[headingLine] ?? [], body);
  const read = body.map((cells, index): StudioRow => {
    const line = index + headingLine + 2 + skippedLines;
    const found = pick(cells, columns);
    return { line, ...rowOf(cells, found, fallback) };
  });
  // SECURITY: a cell is a slice that keeps the whole text in memory, with all keys. A clone does not.
  return structuredClone(read);
}

function rowOf(
  cells: readonly string[],
  { name, key = '', address }: Partial<Record<Column, string>>,
  fallback: string | undefined,
): Omit<StudioRow, 'line'> {
  // SECURITY: a key in another cell must not be shown, printed or looked up as a name or an address.
  const isForeign = (cell: string | undefined) =>
    cell !== undefined && (keyForm.test(cell) || (holdsKey(cell) && (cell === name || key === '')));
  if (isForeign(name) || isForeign(address))
    return { key: '', fault: keyForm.test(key) ? 'twoKeys' : 'keyMisplaced' };
  if (key === '' && cells.some((cell) => holdsKey(cell))) return { key: '', fault: 'keyMisplaced' };
  const place = address || fallback;
  return { ...(name && { name }), key, ...(place && { address: place }) };
}

/** Whether a line names columns, one of them the key. A title in one cell is none. */
function isHeading(cells: readonly string[]): boolean {
  const isData = (cell: string) => isAddress(cell) || (keyShape.test(cell) && /\d/.test(cell));
  if (cells.some(isData) || cells.filter(Boolean).length < 2) return false;
  return cells.some((cell) => isNamed(cell, 'key'));
}

function isNamed(heading: string, column: Column): boolean {
  const words: readonly string[] = headings[column];
  return !otherHeading.test(heading) && words.some((word) => heading.toLowerCase().includes(word));
}

/** Columns by their headings. Of several that fit, an address is in the one with the most addresses and tenants. */
function columnsByHeading(cells: readonly string[], body: readonly string[][]): Columns {
  const columns: Columns = {};
  const isFree = (at: number) => !Object.values(columns).includes(at);
  // The key first: "API key of the studio" contains "studio".
  for (const column of Object.keys(headings) as Column[]) {
    const fitting = cells.flatMap((cell, at) => (isFree(at) && isNamed(cell, column) ? [at] : []));
    const [best] = column === 'address' ? byCount(fitting, body, isPlace) : fitting;
    if (best !== undefined) columns[column] = best;
  }
  return columns;
}

/**
 * Columns of a table without headings, by what most of their cells are: a key by its form, an address, or a tenant. Of
 * several columns that could be the tenant, the one that repeats is, and else the last one, because the name comes first.
 */
function columnsByContent(body: readonly string[][]): Columns {
  const width = Math.max(0, ...body.map((cells) => cells.length));
  const left = new Set(Array.from({ length: width }, (_, at) => at));
  const most = (fits: (cell: string) => boolean) => {
    const [best] = byCount([...left], body, fits);
    if (best !== undefined && body.some((cells) => fits(cells[best] ?? ''))) left.delete(best);
    else return undefined;
    return best;
  };
  const address = most(isAddress);
  const key = most((cell) => keyForm.test(cell)) ?? most((cell) => keyShape.test(cell));
  // A number of the studio is neither its name nor its tenant, and a second column of keys is for webhooks.
  const texts = [...left].filter((at) => body.some((cells) => /\D/.test(cells[at] ?? '')));
  const tenants = texts.filter((at) => body.every((cells) => cells[at] === '' || isTenant(cells[at])));
  const distinct = (at: number) => new Set(body.map((cells) => cells[at])).size;
  const tenant =
    address === undefined && texts.length > 1
      ? tenants.toReversed().sort((a, b) => distinct(a) - distinct(b))[0]
      : undefined;
  const place = address ?? tenant;
  const name = texts.find((at) => at !== place);
  return {
    ...(key !== undefined && { key }),
    ...(place !== undefined && { address: place }),
    ...(name !== undefined && { name }),
  };
}

/** Columns by the number of cells that fit, the most first. */
function byCount(
  columns: readonly number[],
  body: readonly string[][],
  fits: (cell: string) => boolean,
): number[] {
  const count = (at: number) => body.filter((cells) => fits(cells[at] ?? '')).length;
  return columns.toSorted((a, b) => count(b) - count(a));
}

function pick(cells: readonly string[], columns: Columns): Partial<Record<Column, string>> {
  const entries = Object.entries(columns).map(([column, index]) => [column, cells[index] ?? '']);
  return Object.fromEntries(entries);
}

function isAddress(cell: string): boolean {
  return (
    /^https?:\/\//i.test(cell) ||
    /^localhost(:\d+)?(\/|$)/i.test(cell) ||
    /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?(\/|$)/i.test(cell)
  );
}

const isTenant = (cell: string | undefined): boolean => cell !== undefined && tenantName.test(cell);
const isPlace = (cell: string): boolean => isAddress(cell) || isTenant(cell);

/**
 * Address of a row: as written, or that of its tenant. Undefined for a tenant while no brand is chosen; a fault for
 * anything else.
 */
export function rowAddress(
  written: string,
  brand: Brand | undefined,
): { address: string | undefined } | { fault: InputFault } {
  if (written === '') return { fault: 'addressEmpty' };
  if (isAddress(written)) return { address: written };
  if (!isTenant(written)) return { fault: 'addressMalformed' };
  return { address: brand && `https://${written.toLowerCase()}.open-api.${brand}` };
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
