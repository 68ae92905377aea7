import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../preload/contract/api';
import type { ClipboardFate } from '../../preload/contract/calls';

/** How long the word about the clipboard stays on screen, in milliseconds. */
const noticeMs = 4_000;

/** What happened to the clipboard last. `what` names what was copied and contains nothing of it. */
export type CopyNotice =
  | { kind: 'copied'; what: string }
  | { kind: 'refused' | 'masked' }
  | { kind: Exclude<ClipboardFate, 'untouched'> };

/** What the context menu can copy. */
export interface CopyTarget {
  /** Its name in the middle of a sentence. */
  what: string;
  copy: () => void;
}

export interface CopyState {
  /** Shown for a moment; undefined when there is nothing to say. */
  notice: CopyNotice | undefined;
  copyRequested: (what: string, text: string) => Promise<void>;
  /** The agent pressed a masked fact. */
  maskedPressed: () => void;
  /** The agent opened the context menu on this; undefined where nothing can be copied. */
  menuOpened: (target: CopyTarget | undefined) => void;
  /** The agent chose to copy what the menu was opened on. */
  menuChosen: () => void;
  /** A call leaves the desk: the menu no longer copies what it was opened on. */
  callLeft: () => void;
  /** Main has applied the rule about copied text to a call that has left the desk. */
  fateKnown: (fate: ClipboardFate) => void;
}

/** Copies texts through main, and what the desk says about it. */
export function createCopyStore({ clipboard, menu }: Pick<RingsideCalls, 'clipboard' | 'menu'>) {
  let target: CopyTarget | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  return createStore<CopyState>()((set) => {
    function say(notice: CopyNotice): void {
      clearTimeout(hiding);
      set({ notice });
      hiding = setTimeout(() => set({ notice: undefined }), noticeMs);
    }

    return {
      notice: undefined,
      async copyRequested(what, text) {
        // Emptied first, so that a screen reader announces the same words again.
        set({ notice: undefined });
        const outcome = await clipboard.write({ text });
        // After a failure the clipboard still holds an older text, possibly about another caller.
        say(outcome.ok ? { kind: 'copied', what } : { kind: 'refused' });
      },
      maskedPressed: () => say({ kind: 'masked' }),
      menuOpened(opened) {
        target = opened;
        void menu.opened(opened ? { what: opened.what } : {});
      },
      menuChosen: () => target?.copy(),
      callLeft() {
        target = undefined;
      },
      fateKnown(fate) {
        if (fate !== 'untouched') say({ kind: fate });
      },
    };
  });
}
