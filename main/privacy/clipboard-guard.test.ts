import { expect, it } from 'vitest';
import { ClipboardGuard } from './clipboard-guard';

/** A fake clipboard with the line ends of Windows. */
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
  // The same text as before, but copied by another program after Ringside gave it up.
  desktop.writeText('ours');
  await copies.clear();
  expect(await desktop.readText()).toBe('ours');
});
