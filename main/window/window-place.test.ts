import { describe, expect, it } from 'vitest';
import {
  type DisplayArea,
  firstSize,
  maxPlaces,
  onScreen,
  parsePlaces,
  placeOf,
  type SavedPlace,
  withPlace,
} from './window-place';

/** A laptop with a taskbar below, and a larger display to the left of it. */
const laptop: DisplayArea = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } };
const left: DisplayArea = { id: 2, workArea: { x: -2560, y: -300, width: 2560, height: 1400 } };
/** The laptop at 150 %: fewer DIP, and no room for the smallest window. */
const scaled: DisplayArea = { id: 1, workArea: { x: 0, y: 0, width: 911, height: 485 } };

const onLaptop: SavedPlace = { display: 1, x: 10, y: 20, width: 1200, height: 700, isMaximized: false };
const onLeft: SavedPlace = { display: 2, x: 500, y: 100, width: 1800, height: 1000, isMaximized: true };

describe('the window opens', () => {
  const cases: [string, SavedPlace[], DisplayArea[], object][] = [
    ['where the system places it, at the first start', [], [left], { size: firstSize, isMaximized: false }],
    ['maximized at the first start, where it has no room', [], [laptop], { isMaximized: true }],
    [
      'where it was, maximized as it was',
      [onLeft, onLaptop],
      [laptop, left],
      {
        bounds: { x: -2060, y: -200, width: 1800, height: 1000 },
        isMaximized: true,
      },
    ],
    [
      'where it was on the primary display, when its own is gone',
      [onLeft, onLaptop],
      [laptop],
      {
        bounds: { x: 10, y: 20, width: 1200, height: 700 },
        isMaximized: false,
      },
    ],
    [
      'within the primary display, when it was never there',
      [onLeft],
      [laptop],
      {
        bounds: { x: 0, y: 0, width: 1366, height: 728 },
      },
    ],
    [
      'within a display whose taskbar has moved to the left',
      [onLaptop],
      [{ id: 1, workArea: { x: 80, y: 0, width: 1286, height: 768 } }],
      { bounds: { x: 90, y: 20, width: 1200, height: 700 } },
    ],
    [
      'within a display that has become smaller, however small',
      [onLaptop],
      [scaled],
      {
        bounds: { x: 0, y: 0, width: 911, height: 485 },
        minimum: { width: 911, height: 485 },
      },
    ],
    [
      'within the display, from a place far outside',
      [{ ...onLaptop, x: 90_000, y: -90_000 }],
      [laptop],
      {
        bounds: { x: 166, y: 0, width: 1200, height: 700 },
      },
    ],
    ['where the system places it, while it names no display', [onLaptop], [], { isMaximized: false }],
  ];
  it.each(cases)('%s', (_case, saved, displays, place) => {
    expect(placeOf(saved, displays)).toMatchObject(place);
    if (!('bounds' in place)) expect(placeOf(saved, displays).bounds).toBeUndefined();
  });
});

describe('a display changes while the window is open', () => {
  it.each([
    [
      'and the window stays where it is in view',
      { x: -2000, y: 0, width: 1200, height: 700 },
      [laptop, left],
    ],
    [
      'and the window of the display that is gone comes to the primary one',
      { x: -2000, y: 0, width: 1200, height: 700 },
      [laptop],
    ],
  ] as const)('%s', (_case, bounds, displays) => {
    const { x, ...other } = onScreen(bounds, displays);
    expect(x).toBe(displays.length === 2 ? -2000 : 0);
    expect(other).toEqual({ y: 0, width: 1200, height: 700 });
  });

  it('and a window on the edge goes to the display that shows most of it', () => {
    expect(onScreen({ x: -1000, y: 0, width: 1200, height: 700 }, [laptop, left]).x).toBe(-1200);
    expect(onScreen({ x: -100, y: 0, width: 1200, height: 700 }, [laptop, left]).x).toBe(0);
  });
});

describe('the file', () => {
  it('has the latest place first, one of each display and no more than ten', () => {
    const moved = { ...onLeft, x: 0 };
    expect(withPlace([onLaptop, onLeft], moved)).toEqual([moved, onLaptop]);
    const many = Array.from({ length: 30 }, (_, display) => ({ ...onLaptop, display }));
    const kept = many.reduce<SavedPlace[]>(withPlace, []);
    expect(kept.map(({ display }) => display)).toEqual(Array.from({ length: maxPlaces }, (_, at) => 29 - at));
  });

  it.each<[what: string, text: string]>([
    ['nothing', ''],
    ['something else', 'places'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['places of another kind', '{"places":{}}'],
    ['half a file', JSON.stringify({ places: [onLaptop] }).slice(0, 30)],
    ...[
      null,
      { ...onLaptop, width: 0 },
      { ...onLaptop, width: -5 },
      { ...onLaptop, height: 1e9 },
      { ...onLaptop, x: '10' },
      { ...onLaptop, y: null },
      { ...onLaptop, x: 0.5 },
      { ...onLaptop, display: 'DP-1' },
      { ...onLaptop, isMaximized: 'no' },
      { display: 1 },
    ].map((place): [string, string] => ['a place that is none', JSON.stringify({ places: [place] })]),
  ])('has no place in %s: %s', (_what, text) => {
    expect(parsePlaces(text)).toEqual([]);
  });

  it('keeps the places beside one that is none, and forgets what else it has', () => {
    const text = JSON.stringify({ places: [{ ...onLeft, more: true }, 7, onLaptop], more: true });
    expect(parsePlaces(text)).toEqual([onLeft, onLaptop]);
  });
});
