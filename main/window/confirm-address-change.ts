import { dialog } from 'electron';
import type { DialogMessages } from '../dialog-messages';

/**
 * Asks whether to connect to another address. SECURITY: main shows the dialog, so that no page can draw or press it.
 */
export async function confirmAddressChange(
  words: DialogMessages,
  from: string,
  to: string,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: words.moveQuestion,
    detail: `${from} → ${to}`,
    buttons: words.moveButtons,
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
