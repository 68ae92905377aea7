import type { StoreApi } from 'zustand';
import type { SettingsState } from './features/settings/settings-store';
import { languageFor } from './messages/language';

/**
 * Keeps the language, the density and the title of the document those of the preferences, from before the first render on: a
 * change of the language lays the whole desk out again.
 */
export function followPreferences(settings: StoreApi<SettingsState>, systemLocale: string): void {
  const { documentElement } = document;
  const apply = ({ preferences: { language, density } }: SettingsState) => {
    const { locale, messages } = languageFor(language, systemLocale);
    documentElement.lang = locale;
    documentElement.dataset.density = density;
    document.title = `Ringside · ${messages.search.label}`;
  };
  apply(settings.getState());
  settings.subscribe((now, before) => {
    if (now.preferences !== before.preferences) apply(now);
  });
}
