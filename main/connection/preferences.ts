import { defaultPreferences, type Preferences, type Settings } from '../../preload/contract/preferences';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { Policy } from '../policy/keys';
import type { SettingsFile } from './settings';

const names = Object.keys(defaultPreferences) as (keyof Preferences)[];

/** Preferences in force: those of the policy, then those of the agent, then the defaults. */
export class PreferencesService {
  #chosen: Partial<Preferences>;
  /** Changes that are being written; in force meanwhile, since the desk shows them at once. */
  readonly #unsaved = new Set<Partial<Preferences>>();

  /** @param apply called once with the initial preferences and after each change */
  constructor(
    private readonly file: SettingsFile,
    saved: object,
    private readonly policy: Policy,
    private readonly apply: (preferences: Preferences) => void,
  ) {
    this.#chosen = pick(saved);
    apply(this.current().preferences);
  }

  current(): Settings {
    const forced = pick(this.policy);
    return {
      preferences: Object.assign({}, defaultPreferences, this.#chosen, ...this.#unsaved, forced),
      locked: names.filter((name) => name in forced),
    };
  }

  /** Applies a change, and takes it back if it cannot be saved. Preferences that a policy sets stay unchanged. */
  async change(wanted: Partial<Preferences>): Promise<Outcome<Settings>> {
    const locked = pick(this.policy);
    const change = pick(Object.fromEntries(Object.entries(wanted).filter(([name]) => !(name in locked))));
    this.#unsaved.add(change);
    this.apply(this.current().preferences);
    const written = await this.file.write(change);
    this.#unsaved.delete(change);
    if (written.ok) this.#chosen = { ...this.#chosen, ...change };
    else this.apply(this.current().preferences);
    return written.ok ? succeed(this.current()) : written;
  }
}

function pick(values: object): Partial<Preferences> {
  const known = Object.entries(values).filter(
    ([name, value]) => (names as string[]).includes(name) && value !== undefined,
  );
  return Object.fromEntries(known);
}
