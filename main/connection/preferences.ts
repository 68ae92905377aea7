import { defaultPreferences, type Preferences, type Settings } from '../../preload/contract/preferences';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { Policy } from '../policy/keys';
import type { SettingsFile } from './settings';

const names = Object.keys(defaultPreferences) as (keyof Preferences)[];

/** Preferences in force: those of the policy, then those of the agent, then the defaults. */
export class PreferencesService {
  #chosen: Partial<Preferences>;

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
      preferences: { ...defaultPreferences, ...this.#chosen, ...forced },
      locked: names.filter((name) => name in forced),
    };
  }

  /** Saves and applies a change. Preferences that a policy sets stay unchanged. */
  async change(wanted: Partial<Preferences>): Promise<Outcome<Settings>> {
    const locked = pick(this.policy);
    const change = pick(Object.fromEntries(Object.entries(wanted).filter(([name]) => !(name in locked))));
    const written = await this.file.write(change);
    if (!written.ok) return written;
    this.#chosen = { ...this.#chosen, ...change };
    this.apply(this.current().preferences);
    return succeed(this.current());
  }
}

function pick(values: object): Partial<Preferences> {
  const known = Object.entries(values).filter(
    ([name, value]) => (names as string[]).includes(name) && value !== undefined,
  );
  return Object.fromEntries(known);
}
