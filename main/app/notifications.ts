import { Notification } from 'electron';
import type { DialogMessages } from '../dialog-messages';
import { CallNotifications } from '../window/call-notification';
import type { DeskWindow } from '../window/desk-window';

/** Notifications of calls by Electron. On a system that shows none, showing one does nothing. */
export function createCallNotifications(desk: DeskWindow, words: () => DialogMessages): CallNotifications {
  return new CallNotifications(
    {
      isFocused: () => desk.isFocused,
      show(texts, clicked) {
        const notification = new Notification(texts);
        notification.on('click', clicked);
        notification.show();
        return notification;
      },
      focus: () => desk.focus(),
    },
    words,
  );
}
