import { describe, expect, it } from 'vitest';
import { dialogMessages } from '../dialog-messages';
import { ContextMenu, contextMenuItems, type MenuRequest } from './context-menu';

const none = { canCut: false, canCopy: false, canPaste: false, canSelectAll: false };
const words = dialogMessages('en').contextMenu;

function request(change: Partial<Omit<MenuRequest, 'editFlags'>> & { flags?: Partial<typeof none> } = {}) {
  const { flags, ...rest } = change;
  return {
    isEditable: false,
    selectionText: '',
    menuSourceType: 'mouse',
    x: 0,
    y: 0,
    ...rest,
    editFlags: { ...none, ...flags },
  } as MenuRequest;
}

/** The items as lines: label, role, and whether it is grey. */
function lines(given: MenuRequest, what?: string, language: 'en' | 'de' = 'en') {
  return contextMenuItems(given, what, dialogMessages(language).contextMenu, () => undefined).map(
    ({ type, label, role, enabled }) =>
      type === 'separator' ? '-' : [label, role, enabled === false && 'grey'].filter(Boolean).join(' '),
  );
}

describe('the context menu', () => {
  it.each([
    ['an empty place', request(), undefined, []],
    ['a fact', request(), 'balance', ['Copy balance']],
    ['selected text', request({ selectionText: 'x', flags: { canCopy: true } }), undefined, ['Copy copy']],
    [
      'selected text in a fact',
      request({ selectionText: 'x', flags: { canCopy: true } }),
      'balance',
      ['Copy balance', '-', 'Copy copy'],
    ],
    [
      'an empty field',
      request({ isEditable: true, flags: { canPaste: true } }),
      undefined,
      ['Cut cut grey', 'Copy copy grey', 'Paste paste', '-', 'Select all selectAll grey'],
    ],
    [
      'a field with selected text',
      request({
        isEditable: true,
        selectionText: 'x',
        flags: { canCut: true, canCopy: true, canPaste: true, canSelectAll: true },
      }),
      undefined,
      ['Cut cut', 'Copy copy', 'Paste paste', '-', 'Select all selectAll'],
    ],
    ['a name with &', request(), 'A & B', ['Copy A && B']],
  ])('of %s', (_, given, what, items) => {
    expect(lines(given, what)).toEqual(items);
  });

  it('is in German on a German desk', () => {
    expect(lines(request({ isEditable: true }), 'Saldo', 'de')).toEqual([
      'Saldo kopieren',
      '-',
      'Ausschneiden cut grey',
      'Kopieren copy grey',
      'Einfügen paste grey',
      '-',
      'Alles auswählen selectAll grey',
    ]);
  });

  it('opens when Chromium and the page have said what is there, in any order, and once', () => {
    const shown: string[][] = [];
    const menu = new ContextMenu(
      () => words,
      (items) => shown.push(items.map(({ label }) => label ?? '')),
      () => undefined,
    );
    menu.pointed('balance');
    menu.pointed('address');
    expect(shown).toEqual([]);
    menu.requested(request());
    menu.requested(request());
    expect(shown).toEqual([['Copy address']]);
    menu.pointed('row');
    expect(shown).toEqual([['Copy address'], ['Copy row']]);
    menu.requested(request());
    menu.pointed(undefined);
    expect(shown).toHaveLength(2);
  });

  describe('with a page that answers late', () => {
    const desk = () => {
      const shown: string[] = [];
      const clock = { now: 0 };
      const menu = new ContextMenu(
        () => words,
        (items) => shown.push(...items.map(({ label }) => label ?? '')),
        () => undefined,
        () => clock.now,
      );
      return { menu, clock, shown };
    };

    it.each([
      [500, ['Copy balance']],
      [501, []],
    ])('opens after %d ms: %j', (ms, items) => {
      const late = desk();
      late.menu.requested(request());
      late.clock.now += ms;
      late.menu.pointed('balance');
      expect(late.shown).toEqual(items);
    });

    it('opens at the next press with what belongs to it', () => {
      const { menu, clock, shown } = desk();
      menu.pointed('balance');
      clock.now += 501;
      menu.requested(request());
      expect(shown).toEqual([]);
      menu.pointed('address');
      expect(shown).toEqual(['Copy address']);
    });

    it('forgets the press when the page is loaded again', () => {
      const { menu, shown } = desk();
      menu.requested(request());
      menu.pageGone();
      menu.pointed('balance');
      expect(shown).toEqual([]);
    });
  });

  it('tells the page when the agent chooses its item', () => {
    let chosen = 0;
    const [item] = contextMenuItems(request(), 'balance', words, () => {
      chosen += 1;
    });
    (item as { click: () => void }).click();
    expect(chosen).toBe(1);
  });
});
