import type { Rectangle, Size } from 'electron';
import { isRecord } from '../is-record';

/** Where a window was on one display, in DIP, relative to the work area, which is the display without its taskbar. */
export interface SavedPlace extends Rectangle {
  /** `Display.id` of Electron. */
  display: number;
  isMaximized: boolean;
}

/** The part of Electron's `Display` that is used. */
export interface DisplayArea {
  id: number;
  /** In DIP, so that it is the same at every scale factor. */
  workArea: Rectangle;
}

/** Where a window opens. */
export interface Place {
  /** Outer bounds of the window in DIP; undefined where the system places it. */
  bounds?: Rectangle;
  /** Size of the page where there are no `bounds`. */
  size: Size;
  /** Smallest size of the window, which no display may be smaller than. */
  minimum: Size;
  isMaximized: boolean;
}

/** Size of the page at the first start, in DIP. */
export const firstSize: Size = { width: 1280, height: 720 };

/** Smallest size of the window, in DIP; a smaller display has less. */
const minimum: Size = { width: 960, height: 600 };

/** Height that a title bar may have, in DIP. */
const titleBar = 40;

/** Number of displays whose places are kept. A desk with changing displays has fewer. */
export const maxPlaces = 10;

/**
 * Where the window opens: at its place on the display where it was last, or on the primary one if that is gone. Always within the
 * work area, because a display may be unplugged or have another resolution since. At the first start the system places it; it is
 * maximized where the display has no room for {@link firstSize}.
 *
 * @param saved the latest first
 * @param displays the primary one first
 */
export function placeOf(saved: readonly SavedPlace[], displays: readonly DisplayArea[]): Place {
  const [latest] = saved;
  const display = displays.find(({ id }) => id === latest?.display) ?? displays[0];
  // While displays change, a system may name none.
  if (!display) return placeOfSize();
  const { workArea } = display;
  const place = saved.find((each) => each.display === display.id) ?? latest;
  const limits = { size: smaller(firstSize, workArea), minimum: smaller(minimum, workArea) };
  if (!place) {
    const fits = workArea.width >= firstSize.width && workArea.height >= firstSize.height + titleBar;
    return { ...limits, isMaximized: !fits };
  }
  const { x, y, width, height, isMaximized } = place;
  const bounds = within({ x: x + workArea.x, y: y + workArea.y, width, height }, workArea);
  return { ...limits, bounds, isMaximized };
}

/** A place that the system chooses, for a page of this size. */
export function placeOfSize(size: Size = firstSize): Place {
  return { size, minimum, isMaximized: false };
}

/** Bounds of a window within the display that shows most of it, or within the nearest one if none does. */
export function onScreen(bounds: Rectangle, displays: readonly DisplayArea[]): Rectangle {
  const [most] = displays
    .map(({ workArea }) => workArea)
    .toSorted((one, other) => overlap(bounds, other) - overlap(bounds, one));
  return most ? within(bounds, most) : bounds;
}

/** Puts a place before those of the other displays. */
export function withPlace(saved: readonly SavedPlace[], place: SavedPlace): SavedPlace[] {
  return [place, ...saved.filter(({ display }) => display !== place.display)].slice(0, maxPlaces);
}

/** The places in the text of a file. Invalid places are left out; a text that is not such a file has none. */
export function parsePlaces(text: string): SavedPlace[] {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) && Array.isArray(json.places)
      ? json.places.flatMap(placeIn).slice(0, maxPlaces)
      : [];
  } catch {
    return [];
  }
}

/** Largest number in a place, in DIP: more than all displays of a desk have side by side. */
const maxLength = 100_000;

function placeIn(value: unknown): SavedPlace[] {
  if (!isRecord(value)) return [];
  const { display, x, y, width, height, isMaximized } = value;
  const isLength = (length: unknown, least: number): length is number =>
    Number.isInteger(length) && Number(length) >= least && Number(length) <= maxLength;
  if (!Number.isSafeInteger(display) || typeof isMaximized !== 'boolean') return [];
  if (!isLength(x, -maxLength) || !isLength(y, -maxLength)) return [];
  if (!isLength(width, 1) || !isLength(height, 1)) return [];
  return [{ display: Number(display), x, y, width, height, isMaximized }];
}

function smaller(one: Size, other: Size): Size {
  return { width: Math.min(one.width, other.width), height: Math.min(one.height, other.height) };
}

function within(bounds: Rectangle, area: Rectangle): Rectangle {
  const { width, height } = smaller(bounds, area);
  const x = Math.max(area.x, Math.min(bounds.x, area.x + area.width - width));
  const y = Math.max(area.y, Math.min(bounds.y, area.y + area.height - height));
  return { x, y, width, height };
}

/** Area that two rectangles share, in square DIP; negative for two that are apart, more so with the distance. */
function overlap(one: Rectangle, other: Rectangle): number {
  const shared = (from: 'x' | 'y', length: 'width' | 'height') =>
    Math.min(one[from] + one[length], other[from] + other[length]) - Math.max(one[from], other[from]);
  const [width, height] = [shared('x', 'width'), shared('y', 'height')];
  return width > 0 && height > 0 ? width * height : Math.min(width, height, 0);
}
