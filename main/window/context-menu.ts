import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { DialogMessages } from '../dialog-messages';

/** The part of Chromium's description of a context menu that is used. */
export type MenuRequest = Pick<
  ContextMenuParams,
  'isEditable' | 'editFlags' | 'selectionText' | 'menuSourceType' | 'x' | 'y'
>;

/** Maximum time between what Chromium and what the page says about one press, in milliseconds. */
const pressMs = 500;

/**
 * Items of the menu of the right mouse button.
 *
 * SECURITY: the page chooses one name and nothing else. An item edits by its role or tells the page that it was chosen; main
 * hands no content of the clipboard to the page.
 *
 * @param what what the page can copy at this place, in the middle of a sentence
 * @param onChosen called when the agent chooses to copy it
 */
export function contextMenuItems(
  { isEditable, editFlags, selectionText }: Omit<MenuRequest, 'menuSourceType' | 'x' | 'y'>,
  what: string | undefined,
  words: DialogMessages['contextMenu'],
  onChosen: () => void,
): MenuItemConstructorOptions[] {
  const copy = { role: 'copy', label: words.copy, enabled: editFlags.canCopy } as const;
  // A single & would underline the next letter.
  const label = what && words.copyWhat(what).replaceAll('&', '&&');
  return [
    ...(label ? [{ label, click: onChosen }] : []),
    ...(label && (isEditable || selectionText !== '') ? [{ type: 'separator' } as const] : []),
    ...(isEditable
      ? ([
          { role: 'cut', label: words.cut, enabled: editFlags.canCut },
          copy,
          { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
        ] as const)
      : selectionText === ''
        ? []
        : [copy]),
  ];
}

/**
 * Shows the menu of the right mouse button and of the menu key. Chromium says where and what can be edited, the page says
 * what can be copied; either may come first.
 */
export class ContextMenu {
  #request: { at: number; value: MenuRequest } | undefined;
  #page: { at: number; value: string | undefined } | undefined;

  constructor(
    private readonly words: () => DialogMessages['contextMenu'],
    private readonly show: (items: MenuItemConstructorOptions[], request: MenuRequest) => void,
    private readonly onChosen: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Chromium asks for a menu. SECURITY: without a press of the agent, the page opens no menu. */
  requested(value: MenuRequest): void {
    this.#request = { at: this.now(), value };
    this.#open();
  }

  /** The page says what can be copied at the place of the press. */
  pointed(value: string | undefined): void {
    this.#page = { at: this.now(), value };
    this.#open();
  }

  /** The page has ended or was loaded again. */
  pageGone(): void {
    this.#request = undefined;
    this.#page = undefined;
  }

  #open(): void {
    const [request, page] = [this.#request, this.#page];
    // SECURITY: a page that answers late could otherwise open the menu under the pointer at a moment of its choice.
    if (!request || !page || Math.abs(request.at - page.at) > pressMs) return;
    this.pageGone();
    const items = contextMenuItems(request.value, page.value, this.words(), this.onChosen);
    if (items.length > 0) this.show(items, request.value);
  }
}
