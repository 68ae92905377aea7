import { createContext, type ReactNode, useContext } from 'react';
import { type Action, ariaKeys, keyHint, type Platform } from '../actions';

const Context = createContext<Platform>('windows');

export function PlatformProvider({ platform, children }: { platform: Platform; children: ReactNode }) {
  return <Context.Provider value={platform}>{children}</Context.Provider>;
}

/** The hint of an action's shortcut on this platform, and its `aria-keyshortcuts`. */
export function useKeyOf(action: Action | undefined): { hint?: string; aria?: string } {
  const platform = useContext(Context);
  return action ? { hint: keyHint(action, platform), aria: ariaKeys(action, platform) } : {};
}
