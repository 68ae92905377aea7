import { createContext, type ReactNode, useContext } from 'react';
import { type Action, ariaKeys, keyHint, type Platform } from '../actions';

const Context = createContext<Platform>('windows');

export function PlatformProvider({ platform, children }: { platform: Platform; children: ReactNode }) {
  return <Context.Provider value={platform}>{children}</Context.Provider>;
}

/** How the key of an action is written here, and how it is told to a screen reader. */
export function useKeyOf(action: Action | undefined): { hint?: string; aria?: string } {
  const platform = useContext(Context);
  return action ? { hint: keyHint(action, platform), aria: ariaKeys(action, platform) } : {};
}
