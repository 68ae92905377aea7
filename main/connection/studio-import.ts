import pLimit from 'p-limit';
import type { ConnectInput, ConnectResult } from '../../preload/contract/calls';
import { fail, type InputFault, type Outcome, succeed } from '../../preload/contract/problem';
import {
  type Brand,
  connectedStates,
  type ImportRow,
  type ImportState,
} from '../../preload/contract/studio-import';
import { byAddress } from '../by-address';
import { parseKey } from './api-key';
import type { ConnectionService } from './connection';
import type { rowAddress, StudioRow } from './studio-rows';

/** Keys that are proved at a time, per address. */
const proofsPerAddress = 6;

/** Refused addresses of an import after which Ringside refuses the others without asking. */
const maxRefusals = 3;

/** How long rows are kept after they were read or connected, in milliseconds. */
const lifetimeMs = 15 * 60_000;

/** A row with its key, and what became of it. SECURITY: the key is dropped as soon as it is accepted. */
interface Row {
  source: StudioRow;
  /** Undefined while the brand of its tenant is not chosen. */
  address: string | undefined;
  shown: ImportRow;
}

/** Connects many studios. SECURITY: the keys are in main only; the page gets {@link ImportRow}s. */
export class StudioImport {
  #rows: Row[] = [];
  #forget: NodeJS.Timeout | undefined;

  /** @param onChange called with each change of a row */
  constructor(
    private readonly connection: Pick<ConnectionService, 'parse' | 'consents' | 'connectKnown'>,
    private readonly onChange: (rows: ImportRow[]) => void,
    /** Address of rows without one. */
    private readonly fallback?: () => string | undefined,
  ) {}

  /** Reads rows, which replace the earlier ones. */
  async read(text: string, brand: Brand | undefined): Promise<Outcome<ImportRow[]>> {
    // Loaded with its CSV library at the first use, which most desktops never need.
    const { maxRows, parseStudioRows, rowAddress } = await import('./studio-rows');
    const read = parseStudioRows(text, this.fallback?.());
    this.clear();
    if (read.length > maxRows) return fail({ kind: 'tooManyRows' });
    this.#rows = read.map((source) => this.#rowOf(source, rowAddress(source.address ?? '', brand)));
    this.#keepForAWhile();
    return succeed(this.rows());
  }

  rows(): ImportRow[] {
    return this.#rows.map(({ shown }) => shown);
  }

  /** Drops the rows and their keys. */
  clear(): void {
    clearTimeout(this.#forget);
    this.#rows = [];
  }

  /** SECURITY: keys that were not accepted do not stay in memory when the dialog is left open. */
  #keepForAWhile(): void {
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => this.clear(), lifetimeMs);
    this.#forget.unref();
  }

  /**
   * Connects every row that is not connected yet, several of each address at a time. The user consents once to each
   * address that is not known, except for the first address of a desktop.
   *
   * @param names names that the user entered, by line
   */
  async connect(names: Readonly<Record<string, string>>): Promise<ImportRow[]> {
    const rows = this.#rows;
    const open = rows.filter(({ shown, address }) => address !== undefined && mayConnect(shown.state));
    this.#keepForAWhile();
    const consented = new Map<string, Row[]>();
    let refusals = 0;
    for (const { address, items } of byAddress(open)) {
      if (refusals < maxRefusals && (await this.connection.consents(address, [...consented.keys()]))) {
        consented.set(address, items);
        continue;
      }
      refusals += 1;
      for (const row of items) this.#set(row, 'failed', fail({ kind: 'cancelled' }));
    }
    await Promise.all(Array.from(consented.values(), (group) => this.#connectGroup(group, names)));
    return rows.map(({ shown }) => shown);
  }

  async #connectGroup(group: readonly Row[], names: Readonly<Record<string, string>>): Promise<void> {
    const limit = pLimit(proofsPerAddress);
    await Promise.all(
      group.map((row) =>
        limit(async () => {
          const { source, address = '' } = row;
          this.#set(row, 'proving');
          const name = names[source.line]?.trim() || source.name;
          const input: ConnectInput = { address, key: source.key, ...(name && { name }) };
          const outcome = await this.connection.connectKnown(input);
          this.#set(row, stateOf(outcome), outcome);
        }),
      ),
    );
  }

  #rowOf(source: StudioRow, place: ReturnType<typeof rowAddress>): Row {
    const { line, name, address: written, key } = source;
    const shown = { line, ...(name && { name }), ...(written && { address: written }) };
    const invalid = (fault: InputFault | undefined): Row => ({
      source,
      address: undefined,
      shown: { ...shown, state: 'invalid', ...(fault && { fault }) },
    });
    const parsedKey = parseKey(key);
    const fault = source.fault ?? ('fault' in parsedKey ? parsedKey.fault : undefined);
    if (fault) return invalid(fault);
    if ('fault' in place) return invalid(place.fault);
    if (place.address === undefined)
      return { source, address: undefined, shown: { ...shown, state: 'brandNeeded' } };
    const parsed = this.connection.parse({ address: place.address, key });
    if (!parsed.ok) return invalid(parsed.problem.inputFault);
    const [address] = parsed.value.addresses;
    // What is used is shown, which may not be what was written.
    return { source, address, shown: { ...shown, address, state: 'ready' } };
  }

  #set(row: Row, state: ImportState, outcome?: Outcome<ConnectResult>): void {
    const { problem: _, ...shown } = row.shown;
    row.shown = {
      ...shown,
      ...(outcome?.ok && { name: outcome.value.studio.name }),
      state,
      ...(outcome && !outcome.ok && { problem: outcome.problem }),
    };
    if (connectedStates.has(state)) row.source = { ...row.source, key: '' };
    this.onChange(this.rows());
  }
}

/** Whether a row is connected. */
export const isConnected = ({ state }: ImportRow): boolean => connectedStates.has(state);

/** Whether a row has been processed: connected, failed, or refused before anything was sent. */
export const isEnded = ({ state }: ImportRow): boolean => state !== 'ready' && state !== 'proving';

const mayConnect = (state: ImportState) =>
  !connectedStates.has(state) && state !== 'invalid' && state !== 'proving';

function stateOf(outcome: Outcome<ConnectResult>): ImportState {
  if (outcome.ok) return outcome.value.was;
  return outcome.problem.kind === 'studioUnnamed' ? 'nameNeeded' : 'failed';
}
