import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle, Screen } from 'electron';
import {
  type DisplayArea,
  onScreen,
  type Place,
  parsePlaces,
  placeOf,
  type SavedPlace,
  withPlace,
} from './window-place';

/** Pause between the last change of the window and its writing, in milliseconds: a drag is hundreds of changes. */
const writePauseMs = 500;

/** The part of a window that is followed. */
export type FollowedWindow = Pick<
  BrowserWindow,
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'isMaximized'
  | 'isMinimized'
  | 'isFullScreen'
  | 'isDestroyed'
> & { on(event: 'move' | 'resize' | 'maximize' | 'unmaximize' | 'close', listener: () => void): unknown };

/** The part of Electron's `screen` that is used. */
export type Displays = Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'> & {
  on(event: 'display-removed' | 'display-metrics-changed', listener: () => void): unknown;
};

/**
 * Keeps the window's place on each display in a file, `window.json`. A file that cannot be read or written is not
 * reported, because Ringside works without it.
 */
export class KeptPlace {
  #places: SavedPlace[] = [];
  #written = '';

  constructor(
    private readonly file: string,
    private readonly screen: Displays,
  ) {}

  /** Where the window opens. */
  first(): Place {
    this.#written = this.#read();
    this.#places = parsePlaces(this.#written);
    return placeOf(this.#places, this.#displays());
  }

  /** Writes each new place of the window, and brings it back when its display is gone or has become smaller. */
  follow(window: FollowedWindow): void {
    let timer: NodeJS.Timeout | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#keep(window), writePauseMs);
    };
    for (const event of ['move', 'resize', 'maximize', 'unmaximize'] as const) window.on(event, changed);
    window.on('close', () => {
      clearTimeout(timer);
      this.#keep(window);
    });
    for (const event of ['display-removed', 'display-metrics-changed'] as const)
      this.screen.on(event, () => this.#bringBack(window));
  }

  #bringBack(window: FollowedWindow): void {
    if (window.isDestroyed() || window.isMaximized() || window.isFullScreen()) return;
    const now = window.getBounds();
    const wanted = onScreen(now, this.#displays());
    if (!isSame(now, wanted)) window.setBounds(wanted);
  }

  #keep(window: FollowedWindow): void {
    // Neither is a place to open at.
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const { id: display, workArea } = this.screen.getDisplayMatching(window.getBounds());
    const place = { display, x: x - workArea.x, y: y - workArea.y, width, height };
    this.#places = withPlace(this.#places, { ...place, isMaximized: window.isMaximized() });
    this.#write(`${JSON.stringify({ places: this.#places }, null, 2)}\n`);
  }

  #displays(): DisplayArea[] {
    const primary = this.screen.getPrimaryDisplay();
    return [primary, ...this.screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
  }

  #read(): string {
    try {
      return readFileSync(this.file, 'utf8');
    } catch {
      return '';
    }
  }

  /** Replaces the file atomically. Synchronous, because the last place is written while the window closes. */
  #write(text: string): void {
    if (text === this.#written) return;
    try {
      writeFileSync(`${this.file}.new`, text, { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
      this.#written = text;
    } catch {
      // The next change writes again.
    }
  }
}

/** Whether two rectangles are equal. */
export function isSame(one: Rectangle, other: Rectangle): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => one[side] === other[side]);
}
