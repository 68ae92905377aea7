import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { About } from '../../../preload/contract/calls';
import { type Preferences, type Settings, zoomSteps } from '../../../preload/contract/preferences';
import type { Problem } from '../../../preload/contract/problem';

export interface SettingsState extends Settings {
  /** Loaded when the screen opens. */
  about: About | undefined;
  /** Why the last change was not saved. */
  problem: Problem | undefined;
  /** Result of the last copy. */
  copied: 'yes' | 'refused' | undefined;
  changed: (change: Partial<Preferences>) => Promise<void>;
  /** Zooms one step in or out, or back to 100 %. */
  zoomed: (by: 1 | -1 | 0) => void;
  opened: () => Promise<void>;
  logsWanted: () => void;
  copyRequested: (text: string) => Promise<void>;
}

/** Preferences in force, and the information that the settings screen shows. */
export function createSettingsStore(
  api: Pick<RingsideCalls, 'settings' | 'clipboard'> & {
    about: Pick<RingsideCalls['about'], 'show' | 'openLogs'>;
  },
  settings: Settings,
) {
  /** Settings as main has saved them. */
  let saved = settings;
  let changes = 0;

  return createStore<SettingsState>()((set, get) => ({
    ...settings,
    about: undefined,
    problem: undefined,
    copied: undefined,
    async changed(change) {
      changes += 1;
      const mine = changes;
      // Applied before it is saved, so that two quick key presses are two steps.
      set({ preferences: { ...get().preferences, ...change }, problem: undefined });
      const outcome = await api.settings.change(change);
      if (outcome.ok) saved = outcome.value;
      else set({ problem: outcome.problem });
      // The answer to an earlier change lacks the later ones.
      if (mine === changes) set(saved);
    },
    zoomed(by) {
      const { zoom } = get().preferences;
      const next = by === 0 ? 100 : zoomSteps[zoomSteps.indexOf(zoom) + by];
      if (next !== undefined && next !== zoom) void get().changed({ zoom: next });
    },
    async opened() {
      set({ problem: undefined, copied: undefined });
      const outcome = await api.about.show();
      if (outcome.ok) set({ about: outcome.value });
    },
    logsWanted: () => void api.about.openLogs(),
    async copyRequested(text) {
      const outcome = await api.clipboard.write({ text });
      set({ copied: outcome.ok ? 'yes' : 'refused' });
    },
  }));
}
