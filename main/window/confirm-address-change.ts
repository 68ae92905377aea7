import { dialog } from 'electron';
import type { DialogMessages } from '../dialog-messages';

/** Whether the desk may leave its studio for another address: asked by main itself, in a dialog that no page can draw or press. */
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
