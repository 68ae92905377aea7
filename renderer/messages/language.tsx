import { createContext, type ReactNode, useContext } from 'react';
import { de } from './de';
import { en, type Messages } from './en';

export interface Language {
  messages: Messages;
  /** BCP 47, for dates, numbers and money. */
  locale: string;
}

/** The language Ringside speaks that is nearest to the OS's; English when it speaks none of them. */
export function languageFor(locale: string): Language {
  return locale.toLowerCase().startsWith('de')
    ? { messages: de, locale }
    : { messages: en, locale: locale.startsWith('en') ? locale : 'en-GB' };
}

const Context = createContext<Language>(languageFor('en-GB'));

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Context.Provider value={language}>{children}</Context.Provider>;
}

/** The word for a customer's status; one that nobody documented stands as it came. */
export function statusWord({ search }: Messages, status: string): string {
  return Object.hasOwn(search.status, status) ? (search.status[status] ?? status) : status;
}

export function useLanguage(): Language {
  return useContext(Context);
}
