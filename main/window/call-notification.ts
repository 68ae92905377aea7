import type { DialogMessages } from '../dialog-messages';
import type { OutsideLookup } from './screen-pop';

/** A notification that the system shows. */
export interface Shown {
  close: () => void;
}

/** What a notification needs of the desktop. */
export interface NotificationSystem {
  /** Whether the agent already looks at the window. */
  isFocused: () => boolean;
  show: (texts: { title: string; body: string }, clicked: () => void) => Shown;
  /** Brings the window to the front. */
  focus: () => void;
}

/**
 * Notifications of calls that a telephone system passes on while the agent works in another program. The text is the same for every
 * call.
 *
 * SECURITY: the system keeps notifications, and shows them on a locked screen. They name neither the caller nor the number.
 */
export class CallNotifications {
  #shown: Shown | undefined;

  constructor(
    private readonly system: NotificationSystem,
    private readonly words: () => DialogMessages,
  ) {}

  /** Notifies of a lookup if it is a call; the notification of the former call goes. */
  arrived({ caller }: Pick<OutsideLookup, 'caller'>): void {
    if (caller === undefined || this.system.isFocused()) return;
    this.seen();
    const { callTitle, callBody } = this.words().notification;
    this.#shown = this.system.show({ title: callTitle, body: callBody }, () => this.system.focus());
  }

  /** The agent looks at the window, or the desk was cleared. */
  seen(): void {
    this.#shown?.close();
    this.#shown = undefined;
  }
}
