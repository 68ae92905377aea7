import { createContext, type ReactNode, useContext } from 'react';
import type { Preferences } from '../../preload/contract/preferences';
import { de } from './de';
import { en, type Messages } from './en';

export interface Language {
  code: 'en' | 'de';
  messages: Messages;
  /** BCP 47, for dates, numbers and money. */
  locale: string;
}

/** @param chosen `system` selects the language of the operating system, or English when Ringside does not have it */
export function languageFor(chosen: Preferences['language'], osLocale: string): Language {
  const os = osLocale.toLowerCase().startsWith('de') ? 'de' : 'en';
  const language = chosen === 'system' ? os : chosen;
  // The operating system's region decides the format of dates and money, if it fits the language.
  const locale = osLocale.toLowerCase().startsWith(language)
    ? osLocale
    : { en: 'en-GB', de: 'de-DE' }[language];
  return { code: language, messages: { en, de }[language], locale };
}

const Context = createContext<Language>(languageFor('en', 'en-GB'));

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Context.Provider value={language}>{children}</Context.Provider>;
}

/** Text for a customer's status; an undocumented status is shown as sent. */
export function statusWord({ search }: Messages, status: string): string {
  return Object.hasOwn(search.status, status) ? (search.status[status] ?? status) : status;
}

export function useLanguage(): Language {
  return useContext(Context);
}
