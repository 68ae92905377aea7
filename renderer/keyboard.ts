import { useEffect } from 'react';
import type { AppStart } from '../preload/contract/calls';

/** What keys do anywhere in the console. Nothing is on Ctrl+Alt: that is AltGr, with which Poles and Germans type. */
export type Action =
  | 'search'
  | 'refresh'
  | 'nextRegion'
  | 'previousRegion'
  | 'diagnostics'
  | 'copyReport'
  | 'newCall'
  | 'connection';

interface Chord {
  key: string;
  ctrl?: true;
  shift?: true;
}

const chords: Record<Action, Chord> = {
  search: { key: 'l', ctrl: true },
  refresh: { key: 'F5' },
  nextRegion: { key: 'F6' },
  previousRegion: { key: 'F6', shift: true },
  diagnostics: { key: 'F8' },
  copyReport: { key: 'c', ctrl: true, shift: true },
  newCall: { key: 'x', ctrl: true, shift: true },
  connection: { key: ',', ctrl: true },
};

type Platform = AppStart['platform'];

/** The action of a key, or undefined: Cmd on a Mac, Ctrl elsewhere, and never with Alt. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  platform: Platform,
): Action | undefined {
  const command = platform === 'mac' ? event.metaKey : event.ctrlKey;
  if (event.altKey) return undefined;
  const all = Object.entries(chords) as [Action, Chord][];
  return all.find(
    ([, { key, ctrl = false, shift = false }]) =>
      event.key.toLowerCase() === key.toLowerCase() && command === ctrl && event.shiftKey === shift,
  )?.[0];
}

/** How a key is written on this platform: `Ctrl ⇧ X`, `⌘⇧X`. */
export function keyHint(action: Action, platform: Platform): string {
  const { key, ctrl, shift } = chords[action];
  const parts = [
    ctrl && (platform === 'mac' ? '⌘' : 'Ctrl'),
    shift && '⇧',
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join(platform === 'mac' ? '' : ' ');
}

export function useKeyboard(platform: Platform, actions: Record<Action, () => void>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, platform);
      if (!action) return;
      event.preventDefault();
      actions[action]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [platform, actions]);
}

/** Moves the focus to the next region (F6), or back, round and round. */
export function focusRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at((now + by + regions.length) % regions.length);
  const target = next?.querySelector<HTMLElement>('[data-region-focus]') ?? next;
  target?.focus();
}
