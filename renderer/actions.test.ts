import { describe, expect, it } from 'vitest';
import { actionOf, ariaKeys, keyHint } from './actions';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

describe('the shortcuts', () => {
  it.each([
    [press('l', { ctrlKey: true }), 'windows', 'search'],
    [press('L', { ctrlKey: true }), 'linux', 'search'],
    [press('l', { metaKey: true }), 'mac', 'search'],
    [press('F5'), 'windows', 'refresh'],
    [press('F6', { shiftKey: true }), 'windows', 'previousRegion'],
    [press('X', { ctrlKey: true, shiftKey: true }), 'windows', 'newCall'],
    [press('C', { ctrlKey: true, shiftKey: true }), 'linux', 'copyReport'],
    [press('P', { ctrlKey: true, shiftKey: true }), 'windows', 'hold'],
    [press('E', { ctrlKey: true, shiftKey: true }), 'windows', 'copyExplanation'],
    [press('K', { ctrlKey: true, shiftKey: true }), 'windows', 'earlier'],
    [press('ArrowLeft', { altKey: true }), 'windows', 'back'],
    [press('ArrowRight', { altKey: true }), 'linux', 'forward'],
    [press('[', { metaKey: true }), 'mac', 'back'],
    [press('ä', { metaKey: true }), 'mac', 'forward'],
    [press('F10'), 'windows', 'palette'],
    [press('F10'), 'linux', 'palette'],
    [press('F4', { ctrlKey: true }), 'windows', 'newCall'],
    [press('F4', { ctrlKey: true }), 'linux', 'newCall'],
  ] as const)('%j on %s is %s', (event, platform, action) => {
    expect(actionOf(event, platform)).toBe(action);
  });

  it.each([
    ['AltGr on Windows, which is Ctrl and Alt', press('l', { ctrlKey: true, altKey: true }), 'windows'],
    ['the ł of a Polish keyboard', press('ł', { ctrlKey: true, altKey: true }), 'windows'],
    ['a letter alone', press('l'), 'windows'],
    ['Ctrl and Alt with an arrow', press('ArrowLeft', { ctrlKey: true, altKey: true }), 'windows'],
    ['moving by words in a text on a Mac', press('ArrowLeft', { altKey: true }), 'mac'],
    ['an arrow alone', press('ArrowLeft'), 'windows'],
    ['Ctrl on a Mac', press('l', { ctrlKey: true }), 'mac'],
    ['closing the window', press('F4', { altKey: true }), 'windows'],
    ['opening the context menu', press('F10', { shiftKey: true }), 'windows'],
    ['F10 on a Mac, which mutes the sound', press('F10'), 'mac'],
    ['closing the window on a Mac', press('w', { metaKey: true }), 'mac'],
    ['quitting on a Mac', press('q', { metaKey: true }), 'mac'],
    ['hiding on a Mac', press('h', { metaKey: true }), 'mac'],
    ['minimizing on a Mac', press('m', { metaKey: true }), 'mac'],
    ['plain copying', press('c', { ctrlKey: true }), 'windows'],
    ['plain cutting', press('x', { ctrlKey: true }), 'windows'],
  ] as const)('%s does nothing', (_, event, platform) => {
    expect(actionOf(event, platform)).toBeUndefined();
  });

  it('are written as on their platform', () => {
    expect(keyHint('newCall', 'windows', 'Ctrl')).toBe('Ctrl ⇧ X');
    expect(keyHint('newCall', 'windows', 'Strg')).toBe('Strg ⇧ X');
    expect(keyHint('newCall', 'mac', 'Ctrl')).toBe('⌘⇧X');
    expect(keyHint('copyExplanation', 'windows', 'Strg')).toBe('Strg ⇧ E');
    expect(keyHint('refresh', 'linux', 'Strg')).toBe('F5');
    expect(keyHint('back', 'windows', 'Strg')).toBe('Alt ←');
    expect(keyHint('back', 'mac', 'Ctrl')).toBe('⌘[');
    expect(ariaKeys('forward', 'windows')).toBe('Alt+ArrowRight');
  });
});
