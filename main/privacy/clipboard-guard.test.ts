import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClipboardGuard } from './clipboard-guard';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A fake clipboard with the line ends of Windows and the selection of Electron 44. */
function clipboard() {
  const held = { clipboard: '', selection: '' };
  const place = (name: keyof typeof held) => ({
    readText: () => Promise.resolve(held[name]),
    clear: () => {
      held[name] = '';
    },
  });
  return {
    held,
    ...place('clipboard'),
    selection: place('selection'),
    writeText: (text: string) => {
      held.clipboard = text.replaceAll('\n', '\r\n');
    },
  };
}

function guarded(platform: NodeJS.Platform = 'linux') {
  const desktop = clipboard();
  return { desktop, copies: new ClipboardGuard(desktop, platform) };
}

it('clears what Ringside copied last', async () => {
  const { desktop, copies } = guarded();
  await copies.write('two\nlines');
  await copies.clear();
  expect(desktop.held.clipboard).toBe('');
});

it('keeps what another program copied', async () => {
  const { desktop, copies } = guarded();
  desktop.writeText('before');
  await copies.clear();
  expect(desktop.held.clipboard).toBe('before');
  await copies.write('ours');
  desktop.writeText('theirs');
  await copies.clear();
  expect(desktop.held.clipboard).toBe('theirs');
  // The same text as before, but copied by another program after Ringside gave it up.
  desktop.writeText('ours');
  await copies.clear();
  expect(desktop.held.clipboard).toBe('ours');
});

describe('at the end of a call', () => {
  it('a text of the last minute stays for 60 seconds', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await copies.callEnded()).toBe('stays');
    await vi.advanceTimersByTimeAsync(59_999);
    expect(desktop.held.clipboard).toBe('ours');
    await vi.advanceTimersByTimeAsync(1);
    expect(desktop.held.clipboard).toBe('');
  });

  it('an older text is cleared at once', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await copies.callEnded()).toBe('cleared');
    expect(desktop.held.clipboard).toBe('');
    expect(await copies.callEnded()).toBe('untouched');
  });

  it('what another program copied meanwhile stays', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    expect(await copies.callEnded()).toBe('stays');
    desktop.writeText('theirs');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desktop.held.clipboard).toBe('theirs');
    await copies.write('ours');
    desktop.writeText('theirs');
    expect(await copies.callEnded()).toBe('untouched');
    expect(desktop.held.clipboard).toBe('theirs');
  });

  it('a text of the next call is not cleared by the last one', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    await copies.callEnded();
    await copies.write('next');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desktop.held.clipboard).toBe('next');
  });
});

it.each([
  ['linux', ''],
  ['win32', 'ours'],
  ['darwin', 'ours'],
] as const)('on %s the selection is "%s" after clearing', async (platform, left) => {
  const { desktop, copies } = guarded(platform);
  await copies.write('ours');
  desktop.held.selection = 'ours';
  await copies.clear();
  expect(desktop.held).toEqual({ clipboard: '', selection: left });
});

it("keeps another program's selection", async () => {
  const { desktop, copies } = guarded();
  await copies.write('ours');
  desktop.held.selection = 'theirs';
  await copies.clear();
  expect(desktop.held).toEqual({ clipboard: '', selection: 'theirs' });
});

it("clears the selection of Electron 33, which is an argument of the clipboard's methods", async () => {
  const held = { clipboard: '', selection: 'ours' };
  const copies = new ClipboardGuard(
    {
      writeText: (text: string) => {
        held.clipboard = text;
      },
      readText: (place: keyof typeof held = 'clipboard') => held[place],
      clear: (place: keyof typeof held = 'clipboard') => {
        held[place] = '';
      },
    },
    'linux',
  );
  await copies.write('ours');
  await copies.clear();
  expect(held).toEqual({ clipboard: '', selection: '' });
});
