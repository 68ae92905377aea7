/** A place that holds a copied text; its methods are asynchronous from Electron 44 on. */
export interface ClipboardPlace {
  readText(): string | Promise<string>;
  clear(): unknown;
}

/** The part of Electron's `clipboard` that is used. */
export interface Clipboard extends ClipboardPlace {
  writeText(text: string): unknown;
  /** X11's PRIMARY, the text that was selected; from Electron 44 on. */
  readonly selection?: ClipboardPlace;
}

const placesOf: Partial<Record<NodeJS.Platform, (clipboard: Clipboard) => ClipboardPlace[]>> = {
  linux: (clipboard) => [clipboard, clipboard.selection ?? olderSelection(clipboard)],
};

/** Where a text copied by Ringside can be. Windows and macOS have one clipboard, X11 has a second for selected text. */
export function clipboardPlaces(clipboard: Clipboard, platform: NodeJS.Platform): readonly ClipboardPlace[] {
  return placesOf[platform]?.(clipboard) ?? [clipboard];
}

/** PRIMARY as Electron 33 has it: an argument of the same methods. */
function olderSelection(clipboard: ClipboardPlace): ClipboardPlace {
  const older = clipboard as {
    readText(place: 'selection'): string | Promise<string>;
    clear(place: 'selection'): unknown;
  };
  return { readText: () => older.readText('selection'), clear: () => older.clear('selection') };
}
