import type { AppStart } from '../preload/contract/calls';
import { platformKeys } from './platform-keys';

export type Platform = AppStart['platform'];

/** The fields of a `KeyboardEvent` that identify a shortcut. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export interface Chord {
  /** `KeyboardEvent.key`; several values where keyboard layouts differ. */
  keys: [string, ...string[]];
  ctrl?: true;
  alt?: true;
  /** Absent where some layouts need Shift for the key and others do not. */
  shift?: boolean;
  /** The chord on a Mac, where the other one means something else. */
  mac?: Chord;
}

const plain = (key: string): Chord => ({ keys: [key], shift: false });
const ctrl = (key: string): Chord => ({ keys: [key], ctrl: true, shift: false });
const ctrlShift = (key: string): Chord => ({ keys: [key], ctrl: true, shift: true });
/** Alt with an arrow moves by words in text on a Mac; browsers use Cmd with brackets there, or with Ö and Ä. */
const altArrow = (key: string, ...mac: [string, ...string[]]): Chord => ({
  keys: [key],
  alt: true,
  shift: false,
  mac: { keys: mac, ctrl: true, shift: false },
});

/**
 * Shortcuts of the console: one table for the keyboard, the overlay (F1), the palette and the hints on buttons. None
 * uses Ctrl+Alt, which is AltGr on Polish and German keyboards, and none is a single letter.
 */
const chords = {
  search: ctrl('l'),
  readAs: plain('F3'),
  scope: plain('F4'),
  cardFormat: plain('F7'),
  phoneIndex: ctrlShift('n'),
  newCall: ctrlShift('x'),
  hold: ctrlShift('p'),
  back: altArrow('ArrowLeft', '[', 'ö'),
  forward: altArrow('ArrowRight', ']', 'ä'),
  reveal: plain('F2'),
  verifyFirst: ctrl('1'),
  verifySecond: ctrl('2'),
  verifyThird: ctrl('3'),
  takeLookup: ctrl('Enter'),
  dismissLookup: ctrlShift('d'),
  refresh: plain('F5'),
  copySummary: ctrlShift('s'),
  copyExplanation: ctrlShift('e'),
  bookings: ctrl('b'),
  contracts: ctrl('j'),
  overdueFirst: ctrlShift('o'),
  earlier: ctrlShift('k'),
  later: ctrlShift('l'),
  copyRows: ctrlShift('b'),
  copyTable: ctrlShift('y'),
  diagnostics: plain('F8'),
  retry: plain('F9'),
  copyReport: ctrlShift('c'),
  copyTrace: ctrlShift('t'),
  copyCalls: ctrlShift('h'),
  palette: ctrl('k'),
  keys: plain('F1'),
  nextRegion: plain('F6'),
  previousRegion: { keys: ['F6'], shift: true },
  settings: ctrl(','),
  zoomIn: { keys: ['+', '='], ctrl: true },
  zoomOut: { keys: ['-', '_'], ctrl: true },
  zoomReset: ctrl('0'),
} satisfies Record<string, Chord>;

export type Action = keyof typeof chords;

export const actionNames = Object.keys(chords) as Action[];

/** What each action does now; undefined while it does nothing. */
export type Actions = Record<Action, (() => void) | undefined>;

/**
 * The action of a key press, or undefined. The modifier is Cmd on a Mac and Ctrl elsewhere; Alt belongs to a shortcut only
 * alone with an arrow.
 */
export function actionOf(event: Pressed, platform: Platform): Action | undefined {
  const command = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const pressed = event.key.toLowerCase();
  const isPressed = (chord: Chord | undefined) =>
    chord?.keys.some((key) => key.toLowerCase() === pressed) &&
    command === (chord.ctrl ?? false) &&
    event.altKey === (chord.alt ?? false) &&
    (chord.shift ?? event.shiftKey) === event.shiftKey;
  return actionNames.find(
    (name) => isPressed(chordOf(name, platform)) || isPressed(platformKeys[platform][name]),
  );
}

function chordOf(action: Action, platform: Platform): Chord {
  const chord: Chord = chords[action];
  return (platform === 'mac' && chord.mac) || chord;
}

/** How a key is written where `KeyboardEvent.key` is not what the keyboard shows. */
const keySigns: Record<string, string> = { Enter: '↵', ArrowLeft: '←', ArrowRight: '→' };

/**
 * Text of a shortcut on this platform: `Ctrl ⇧ X`, `⌘⇧X`.
 *
 * @param control name of the Ctrl key on the keyboards of the language
 */
export function keyHint(action: Action, platform: Platform, control: string): string {
  const chord = chordOf(action, platform);
  const [key] = chord.keys;
  const parts = [
    chord.ctrl && (platform === 'mac' ? '⌘' : control),
    chord.alt && 'Alt',
    chord.shift && '⇧',
    key.length === 1 ? key.toUpperCase() : (keySigns[key] ?? key),
  ];
  return parts.filter(Boolean).join(platform === 'mac' ? '' : ' ');
}

/** Value of `aria-keyshortcuts` for a shortcut (WAI-ARIA 1.2): `Control+Shift+X`. */
export function ariaKeys(action: Action, platform: Platform): string {
  const chord = chordOf(action, platform);
  const [key] = chord.keys;
  const parts = [
    chord.ctrl && (platform === 'mac' ? 'Meta' : 'Control'),
    chord.alt && 'Alt',
    chord.shift && 'Shift',
    key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}
