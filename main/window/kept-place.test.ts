import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display, Rectangle } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeptPlace } from './kept-place';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-place-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** The displays of a desk, which a test unplugs. */
class FakeScreen extends EventEmitter {
  displays = [
    { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } },
    { id: 2, workArea: { x: 1920, y: 0, width: 2560, height: 1400 } },
  ] as Display[];
  getAllDisplays = () => this.displays;
  getPrimaryDisplay = () => this.displays[0] as Display;
  getDisplayMatching = ({ x }: Rectangle) => (x >= 1920 && this.displays[1]) || (this.displays[0] as Display);
}

class FakeWindow extends EventEmitter {
  bounds: Rectangle = { x: 2000, y: 100, width: 1300, height: 800 };
  state: 'normal' | 'maximized' | 'minimized' | 'full' = 'normal';
  getBounds = () => this.bounds;
  getNormalBounds = () => this.bounds;
  isMaximized = () => this.state === 'maximized';
  isMinimized = () => this.state === 'minimized';
  isFullScreen = () => this.state === 'full';
  isDestroyed = () => false;
  setBounds = (bounds: Partial<Rectangle>) => this.move({ ...this.bounds, ...bounds });

  move(bounds: Rectangle, event = 'move'): void {
    this.bounds = bounds;
    this.emit(event);
  }
}

const file = () => join(folder, 'window.json');
const saved = () => JSON.parse(readFileSync(file(), 'utf8')).places;
const exists = () => readdirSync(folder).length > 0;

function opened() {
  const [screen, window] = [new FakeScreen(), new FakeWindow()];
  const kept = new KeptPlace(file(), screen);
  const place = kept.first();
  kept.follow(window);
  return { screen, window, place };
}

it('writes the place once after a drag, relative to its display, and opens there again', () => {
  const { window } = opened();
  for (let x = 2_000; x < 2_100; x += 1) {
    window.move({ ...window.bounds, x });
    vi.advanceTimersByTime(10);
  }
  expect(exists()).toBe(false);
  vi.advanceTimersByTime(500);
  expect(saved()).toEqual([{ display: 2, x: 179, y: 100, width: 1300, height: 800, isMaximized: false }]);
  expect(readdirSync(folder)).toEqual(['window.json']);
  expect(opened().place.bounds).toEqual({ x: 2099, y: 100, width: 1300, height: 800 });
});

it('writes what a window has become that closes at once, and how it was before it was maximized', () => {
  const { window } = opened();
  window.state = 'maximized';
  window.emit('maximize');
  window.emit('close');
  expect(opened().place).toMatchObject({ bounds: window.bounds, isMaximized: true });
});

it.each(['minimized', 'full'] as const)('keeps the former place of a window that is %s', (state) => {
  const { window } = opened();
  window.emit('move');
  vi.advanceTimersByTime(500);
  const before = saved();
  window.state = state;
  window.move({ x: -32_000, y: -32_000, width: 160, height: 30 });
  window.emit('close');
  expect(saved()).toEqual(before);
});

it('keeps a place for each display', () => {
  const { window } = opened();
  window.emit('close');
  window.move({ x: 5, y: 6, width: 1000, height: 700 });
  window.emit('close');
  expect(saved().map(({ display }: { display: number }) => display)).toEqual([1, 2]);
});

it('brings the window back when its display is unplugged, and leaves it when another is', () => {
  const { screen, window } = opened();
  screen.displays.reverse();
  screen.emit('display-metrics-changed');
  expect(window.bounds.x).toBe(2_000);
  screen.displays = screen.displays.filter(({ id }) => id === 1);
  screen.emit('display-removed');
  expect(window.bounds).toEqual({ x: 620, y: 100, width: 1300, height: 800 });
});

it('opens where the system places it, and works, when the file is nonsense or its folder is gone', () => {
  writeFileSync(file(), '\0nonsense');
  const { window, place } = opened();
  expect(place.bounds).toBeUndefined();
  rmSync(folder, { recursive: true });
  window.emit('close');
  expect(opened().place.bounds).toBeUndefined();
  folder = mkdtempSync(join(tmpdir(), 'ringside-place-'));
});
