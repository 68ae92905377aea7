import { createContext, type ReactNode, useContext } from 'react';
import { type Action, ariaKeys, keyHint, type Platform } from '../actions';
import { useLanguage } from '../messages/language';

const Context = createContext<Platform>('windows');

export function PlatformProvider({ platform, children }: { platform: Platform; children: ReactNode }) {
  return <Context.Provider value={platform}>{children}</Context.Provider>;
}

/** The hint of an action's shortcut on this platform, and its `aria-keyshortcuts`. */
export function useKeyOf(action: Action | undefined): { hint?: string; aria?: string } {
  const platform = useContext(Context);
  const { control } = useLanguage().messages.keyboard;
  return action ? { hint: keyHint(action, platform, control), aria: ariaKeys(action, platform) } : {};
}
