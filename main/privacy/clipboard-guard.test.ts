import { expect, it } from 'vitest';
import { ClipboardGuard } from './clipboard-guard';

/** A clipboard by hand, as Windows has it: with its own line ends. */
function clipboard() {
  let held = '';
  return {
    writeText: (text: string) => {
      held = text.replaceAll('\n', '\r\n');
    },
    readText: () => Promise.resolve(held),
    clear: () => {
      held = '';
    },
  };
}

it('clears what Ringside copied last', async () => {
  const desktop = clipboard();
  const copies = new ClipboardGuard(desktop);
  await copies.write('two\nlines');
  await copies.clear();
  expect(await desktop.readText()).toBe('');
});

it('keeps what another program copied', async () => {
  const desktop = clipboard();
  const copies = new ClipboardGuard(desktop);
  desktop.writeText('before');
  await copies.clear();
  expect(await desktop.readText()).toBe('before');
  await copies.write('ours');
  desktop.writeText('theirs');
  await copies.clear();
  expect(await desktop.readText()).toBe('theirs');
  // Ours again by chance, after it was given up: not ours to empty.
  desktop.writeText('ours');
  await copies.clear();
  expect(await desktop.readText()).toBe('ours');
});
