/** Something on screen that is cut off, out of reach or too narrow. */
export interface LayoutFinding {
  rule: string;
  /** Short path of the element. */
  element: string;
  text: string;
  /** Missing pixels. */
  by: number;
}

/** Elements that may end in an ellipsis, provided that their title has the whole text. */
export const mayEndInEllipsis = [
  // A booking's description has one line; its title and the copied row have all of it.
  'td[title]',
  // How the text is understood, where the box is narrow.
  'search button[title]',
  // The name of a call on hold, in a low window.
  '[aria-label="On hold"] button[title], [aria-label="Gehalten"] button[title]',
  // Who is calling, in one line, so that the banner keeps its height.
  '[aria-label="Another call is waiting:"] [title], [aria-label="Ein weiterer Anruf wartet:"] [title]',
  // A line of facts of a failure; F8 shows all of it.
  '[aria-label="Error diagnostics"] [role=group], [aria-label="Fehlerdiagnose"] [role=group]',
];

/**
 * Finds what is cut off, out of reach or too narrow on the page. Runs in the page, so it can use nothing from outside.
 *
 * @param ellipsis {@link mayEndInEllipsis}
 */
export function layoutFindings(ellipsis: readonly string[]): LayoutFinding[] {
  const found: LayoutFinding[] = [];
  const note = (rule: string, element: Element, by: number, text = element.textContent ?? '') =>
    found.push({ rule, element: pathOf(element), text: text.trim().slice(0, 60), by: Math.round(by) });

  function pathOf(element: Element): string {
    const name = (each: Element) => {
      const [first = ''] = each.classList;
      const role = each.getAttribute('role');
      return `${each.localName}${role ? `[${role}]` : ''}${first && `.${first.replace(/^_|_[^_]*_\d+$/g, '')}`}`;
    };
    const parent = element.parentElement;
    return parent ? `${name(parent)} > ${name(element)}` : name(element);
  }

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden');
  const styleOf = new Map<Element, CSSStyleDeclaration>();
  const style = (element: Element) => {
    const known = styleOf.get(element) ?? getComputedStyle(element);
    styleOf.set(element, known);
    return known;
  };
  const scrolls = (value: string) => value === 'auto' || value === 'scroll';
  const isScroller = (element: Element) =>
    scrolls(style(element).overflowY) && element.scrollHeight > element.clientHeight + 1;
  const ellipsisOf = (element: Element) => ellipsis.map((each) => element.closest(each)).find(Boolean);

  interface Edges {
    left: number;
    right: number;
    top: number;
    bottom: number;
  }

  /** How far the rectangle is outside its ancestors, after everything that scrolls has scrolled to it; and where it is then. */
  function cutOff(from: Element, box: Edges): { x: number; y: number; by?: Element; shown: Edges } {
    // A DOMRect has no properties of its own that could be spread.
    const shown = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    let worst: { x: number; y: number; by?: Element } = { x: 0, y: 0 };
    for (
      let each: Element | null = from;
      each && each !== document.documentElement;
      each = each.parentElement
    ) {
      const { overflowX, overflowY, position } = style(each);
      if (overflowX !== 'visible' || overflowY !== 'visible') {
        const outer = each.getBoundingClientRect();
        const left = outer.left + each.clientLeft;
        const right = left + each.clientWidth;
        const top = outer.top + each.clientTop;
        const bottom = top + each.clientHeight;
        const x = Math.max(left - shown.left, shown.right - right);
        let y = Math.max(top - shown.top, shown.bottom - bottom);
        if (scrolls(overflowY)) {
          const height = Math.min(shown.bottom - shown.top, bottom - top);
          shown.top = Math.min(Math.max(shown.top, top), bottom - height);
          shown.bottom = shown.top + height;
          y = 0;
        }
        if (x > worst.x || y > worst.y)
          worst = { x: Math.max(x, worst.x), y: Math.max(y, worst.y), by: each };
      }
      if (position === 'fixed') break;
    }
    return { ...worst, shown };
  }

  // Texts: nothing cuts them off, and they do not wrap letter by letter.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const element = node.parentElement;
    const text = node.data.trim();
    if (!element || !text || !isShown(element) || element.closest('svg, style, script')) continue;
    const allowed = ellipsisOf(element);
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const rows = new Set(lines.map(({ top }) => Math.round(top))).size;
    if (rows > 2 && text.length / rows < 6) note('wraps letter by letter', element, rows, text);
    for (const line of lines) {
      const { x, y, by } = cutOff(element, line);
      if (x <= 1 && y <= 1) continue;
      // The ellipsis itself is beside the text that is cut off.
      if (allowed && (allowed === by || allowed.contains(by ?? null))) {
        if (!allowed.getAttribute('title') && allowed.getAttribute('role') !== 'group')
          note('ellipsis without a title', allowed, x, text);
        else if (allowed.clientWidth < 72)
          note('too narrow for an ellipsis', allowed, 72 - allowed.clientWidth, text);
      } else note(`text cut off by ${by ? pathOf(by) : 'an ancestor'}`, element, Math.max(x, y), text);
      break;
    }
    const control = element.closest('button, [role=tab], [role=option], td, th');
    const frame = control?.getBoundingClientRect();
    const out = frame
      ? Math.max(...lines.map(({ left, right }) => Math.max(frame.left - left, right - frame.right)))
      : 0;
    if (control && out > 1 && !allowed) note('text sticks out', control, out, text);
  }

  // The search box shows its whole text.
  for (const input of document.querySelectorAll('input'))
    if (isShown(input) && input.scrollWidth > input.clientWidth + 1 && input.value)
      note('text cut off in a field', input, input.scrollWidth - input.clientWidth, input.value);

  // Controls: inside the window, above the footer, and not covered for good.
  const footer = document.querySelector('footer')?.getBoundingClientRect();
  for (const control of document.querySelectorAll(
    'button, input, select, a[href], [role=option], [role=tab], tr[tabindex]',
  )) {
    if (!isShown(control)) continue;
    const { x, y, by, shown } = cutOff(control.parentElement ?? control, control.getBoundingClientRect());
    const outside = Math.max(-shown.left, shown.right - innerWidth, -shown.top, shown.bottom - innerHeight);
    if (x > 1 || y > 1)
      note(`control cut off by ${by ? pathOf(by) : 'an ancestor'}`, control, Math.max(x, y));
    else if (outside > 1) note('control outside the window', control, outside);
    else if (
      footer &&
      !control.closest('footer, dialog') &&
      shown.bottom > footer.top + 1 &&
      shown.top < footer.bottom
    )
      note('control under the footer', control, shown.bottom - footer.top);
  }

  // Scrolling: never sideways, never in one another.
  const all = [...document.querySelectorAll('body, body *')].filter(isShown);
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    note('the page scrolls sideways', root, root.scrollWidth - root.clientWidth, '');
  if (root.scrollHeight > root.clientHeight)
    note('the page scrolls', root, root.scrollHeight - root.clientHeight, '');
  for (const element of all) {
    const { overflowX, overflowY } = style(element);
    if (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.localName !== 'input')
      note('scrolls sideways', element, element.scrollWidth - element.clientWidth);
    if (!scrolls(overflowY) || !isScroller(element)) continue;
    for (let outer = element.parentElement; outer; outer = outer.parentElement)
      if (isScroller(outer))
        note(`scrolls inside ${pathOf(outer)}`, element, element.scrollHeight - element.clientHeight);
    // A list that scrolls shows a row: below its header, if it has one.
    const row = element.querySelector('tbody tr:not([data-gap]), [role=option]');
    const head = element.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const rowHeight = row?.getBoundingClientRect().height ?? 0;
    if (element.clientHeight < head + rowHeight)
      note('no room for a row', element, head + rowHeight - element.clientHeight, '');
  }

  // Texts do not overlap.
  const boxes = all
    .filter((element) => element.children.length === 0 && element.textContent?.trim())
    .filter((element) => !element.closest('svg, [aria-hidden=true]'))
    .flatMap((element) =>
      [...element.getClientRects()].map((line) => ({ element, box: visiblePart(element, line) })),
    )
    .filter((each): each is { element: Element; box: Edges } => each.box !== undefined);
  for (const [index, { element, box }] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (element === other.element) continue;
      const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (x > 2 && y > 4 && !isLayered(element, other.element))
        note(`overlaps “${other.element.textContent?.slice(0, 30)}”`, element, x);
    }

  /** The visible part of a line of an element; undefined where it is scrolled out of view. */
  function visiblePart(element: Element, { left, right, top, bottom }: DOMRect): Edges | undefined {
    const box = { left, right, top, bottom };
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
      if (style(each).overflowY === 'visible') continue;
      const outer = each.getBoundingClientRect();
      box.left = Math.max(box.left, outer.left);
      box.right = Math.min(box.right, outer.right);
      box.top = Math.max(box.top, outer.top);
      box.bottom = Math.min(box.bottom, outer.bottom);
    }
    return box.right - box.left > 2 && box.bottom - box.top > 2 ? box : undefined;
  }

  /** Whether one of the two is on a layer of its own: a dialog, a sticky header, an open list. */
  function isLayered(one: Element, other: Element): boolean {
    const layer = (element: Element) => {
      for (let each: Element | null = element; each; each = each.parentElement)
        if (
          each.localName === 'dialog' ||
          ['sticky', 'fixed'].includes(style(each).position) ||
          style(each).zIndex !== 'auto'
        )
          return each;
      return null;
    };
    return layer(one) !== layer(other);
  }
  return found;
}
