import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Outcome, Problem } from '../../../preload/contract/problem';
import type { Brand, ImportRow } from '../../../preload/contract/studio-import';

export interface ImportStoreState {
  /** True while the dialog is shown. */
  open: boolean;
  /** The pasted rows. SECURITY: dropped as soon as main connects them. */
  text: string;
  brand: Brand | undefined;
  /** The rows as main has read them, without keys. */
  rows: readonly ImportRow[];
  /** Names that the agent entered, by line. */
  names: Readonly<Record<string, string>>;
  busy: boolean;
  /** True when the rows come from a file, which should be deleted. */
  fromFile: boolean;
  problem: Problem | undefined;
  opened: () => void;
  closed: () => void;
  textTyped: (text: string) => Promise<void>;
  brandChosen: (brand: Brand | undefined) => Promise<void>;
  filePressed: () => Promise<void>;
  nameTyped: (line: number, name: string) => void;
  connectPressed: () => Promise<void>;
  /** Main reports the rows as they are connected. */
  changed: (rows: ImportRow[]) => void;
}

const empty = {
  text: '',
  rows: [],
  names: {},
  busy: false,
  fromFile: false,
  problem: undefined,
};

/** State of the dialog that adds many studios. */
export function createImportStore(api: RingsideCalls['import']) {
  let turn = 0;
  return createStore<ImportStoreState>()((set, get) => {
    async function read(call: () => Promise<Outcome<ImportRow[]>>): Promise<boolean> {
      turn += 1;
      const mine = turn;
      const outcome = await call();
      if (mine !== turn) return false;
      set(outcome.ok ? { rows: outcome.value, problem: undefined } : { problem: outcome.problem });
      return outcome.ok;
    }
    const brandOf = () => {
      const { brand } = get();
      return brand === undefined ? {} : { brand };
    };

    return {
      open: false,
      brand: undefined,
      ...empty,
      opened: () => set({ open: true, ...empty }),
      closed() {
        turn += 1;
        set({ open: false, ...empty });
        void api.clear();
      },
      async textTyped(text) {
        set({ text, names: {}, fromFile: false });
        await read(() => api.read({ text, ...brandOf() }));
      },
      async brandChosen(brand) {
        set({ brand });
        if (get().text !== '') await read(() => api.read({ text: get().text, ...brandOf() }));
      },
      async filePressed() {
        if (get().busy) return;
        const chosen = await read(() => api.chooseFile(brandOf()));
        if (chosen && get().rows.length > 0) set({ text: '', names: {}, fromFile: true });
      },
      nameTyped: (line, name) => set(({ names }) => ({ names: { ...names, [line]: name } })),
      async connectPressed() {
        if (get().busy) return;
        set({ busy: true, text: '', problem: undefined });
        await read(() => api.connect({ names: get().names }));
        set({ busy: false });
      },
      changed(rows) {
        // Only while rows are connected: a late report must not replace rows that were read since.
        if (get().open && get().busy) set({ rows });
      },
    };
  });
}
