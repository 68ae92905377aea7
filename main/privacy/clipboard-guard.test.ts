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
    expect(await copies.callLeft()).toBe('stays');
    await vi.advanceTimersByTimeAsync(59_999);
    expect(desktop.held.clipboard).toBe('ours');
    await vi.advanceTimersByTimeAsync(1);
    expect(desktop.held.clipboard).toBe('');
  });

  it('an older text is cleared at once', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await copies.callLeft()).toBe('cleared');
    expect(desktop.held.clipboard).toBe('');
    expect(await copies.callLeft()).toBe('untouched');
  });

  it('what another program copied meanwhile stays', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    expect(await copies.callLeft()).toBe('stays');
    desktop.writeText('theirs');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desktop.held.clipboard).toBe('theirs');
    await copies.write('ours');
    desktop.writeText('theirs');
    expect(await copies.callLeft()).toBe('untouched');
    expect(desktop.held.clipboard).toBe('theirs');
  });

  it('a text of the next call is not cleared by the last one', async () => {
    const { desktop, copies } = guarded();
    await copies.write('ours');
    await copies.callLeft();
    await copies.write('next');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desktop.held.clipboard).toBe('next');
  });
});

describe('a copy during the clearing of an older one', () => {
  it('stays, and is cleared by the next clearing', async () => {
    const { desktop, copies } = guarded('win32');
    await copies.write('older');
    const clearing = copies.clear();
    await copies.write('newer');
    await clearing;
    expect(desktop.held.clipboard).toBe('newer');
    await copies.clear();
    expect(desktop.held.clipboard).toBe('');
  });

  it('stays at the end of a call whose text another program has replaced', async () => {
    const { desktop, copies } = guarded('win32');
    await copies.write('older');
    desktop.writeText('theirs');
    const left = copies.callLeft();
    await copies.write('newer');
    expect(await left).toBe('untouched');
    expect(desktop.held.clipboard).toBe('newer');
    await copies.clear();
    expect(desktop.held.clipboard).toBe('');
  });

  it('counts as copied before its write has ended', async () => {
    const { desktop } = guarded();
    let end: () => void = () => undefined;
    const slow = new ClipboardGuard(
      {
        ...desktop,
        async writeText(text: string) {
          desktop.writeText(text);
          await new Promise<void>((done) => {
            end = done;
          });
        },
      },
      'win32',
    );
    const writing = slow.write('ours');
    await slow.clear();
    expect(desktop.held.clipboard).toBe('');
    end();
    await writing;
    expect(slow.hasCopied).toBe(false);
  });
});

it('still clears the older text after a copy that the clipboard refused', async () => {
  const { desktop } = guarded();
  const copies = new ClipboardGuard(
    {
      ...desktop,
      writeText(text: string) {
        if (text === 'refused') throw new Error('refused');
        desktop.writeText(text);
      },
    },
    'win32',
  );
  await copies.write('older');
  expect(await copies.callLeft()).toBe('stays');
  await expect(copies.write('refused')).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desktop.held.clipboard).toBe('');
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
