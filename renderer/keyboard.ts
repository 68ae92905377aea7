import { useEffect } from 'react';
import { type Action, type Actions, actionOf, type Platform } from './actions';

/** Actions that work while a dialog is open; all others wait until it is closed. */
const overDialogs: ReadonlySet<Action> = new Set([
  'newCall',
  'palette',
  'keys',
  'diagnostics',
  'copyTrace',
  'copyReport',
  'copyCalls',
  'retry',
  'zoomIn',
  'zoomOut',
  'zoomReset',
]);

export function useKeyboard(platform: Platform, actions: Actions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, platform);
      if (!action || event.defaultPrevented) return;
      event.preventDefault();
      run(action, actions);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [platform, actions]);
}

/** Runs what menus of the system and a second start request, as if the shortcut were pressed. */
export function useRequestedActions(actions: Actions): void {
  useEffect(() => window.ringside.events.on('action:requested', (action) => run(action, actions)), [actions]);
}

function run(action: Action, actions: Actions): void {
  const covered = document.querySelector('dialog[open]') !== null;
  if (!covered || overDialogs.has(action)) actions[action]?.();
}

/** Moves the focus to the next region (F6) or the previous one, in a circle. */
export function focusRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at((now + by + regions.length) % regions.length);
  const target = next?.querySelector<HTMLElement>('[data-region-focus]') ?? next;
  target?.focus();
}
