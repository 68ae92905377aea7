import { beforeEach, expect, it } from 'vitest';
import type { RingsideCalls } from '../../../preload/contract/api';
import { defaultPreferences, type Preferences, type Settings } from '../../../preload/contract/preferences';
import { fail, type Outcome, succeed } from '../../../preload/contract/problem';
import { createSettingsStore } from './settings-store';

const settingsWith = (change: Partial<Preferences>): Settings => ({
  preferences: { ...defaultPreferences, ...change },
  locked: [],
});

/** Main's answers to the changes so far, in their order. */
let answers: ((outcome: Outcome<Settings>) => void)[];
let store: ReturnType<typeof createSettingsStore>;
const zoom = () => store.getState().preferences.zoom;

beforeEach(() => {
  answers = [];
  const settings: RingsideCalls['settings'] = {
    change: () => new Promise((resolve) => answers.push(resolve)),
  };
  const unused = async () => fail({ kind: 'internal' });
  store = createSettingsStore(
    { settings, about: { show: unused, openLogs: unused }, clipboard: { write: unused } },
    settingsWith({}),
  );
});

it('keeps a later change when the answer to an earlier one arrives', async () => {
  const first = store.getState().changed({ zoom: 110 });
  store.getState().zoomed(1);
  answers[0]?.(succeed(settingsWith({ zoom: 110 })));
  await first;
  expect(zoom()).toBe(125);
  store.getState().zoomed(-1);
  expect(zoom()).toBe(110);
});

it('returns to what main has saved when a change could not be saved', async () => {
  const first = store.getState().changed({ zoom: 110 });
  const second = store.getState().changed({ theme: 'dark' });
  answers[0]?.(succeed(settingsWith({ zoom: 110 })));
  answers[1]?.(fail({ kind: 'settingsUnwritable' }));
  await Promise.all([first, second]);
  expect(store.getState()).toMatchObject({
    ...settingsWith({ zoom: 110 }),
    problem: { kind: 'settingsUnwritable' },
  });
});
