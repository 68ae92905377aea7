import { dialog } from 'electron';
import type { DialogMessages } from '../dialog-messages';

/** Maximum number of addresses in the dialog; more would make it taller than a small screen. */
const maxListed = 8;

/**
 * Asks whether to connect to an address beside the known ones. SECURITY: main shows the dialog, so that no page can draw
 * or press it.
 */
export async function confirmAddress(
  messages: DialogMessages,
  known: readonly string[],
  address: string,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: messages.addressQuestion,
    detail: [address, '', messages.knownAddresses, ...known.slice(0, maxListed)].join('\n'),
    buttons: messages.addressButtons,
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
