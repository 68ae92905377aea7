import type { DeskClearing } from '../../preload/contract/calls';

/** The part of Electron's `powerMonitor` that is used. */
export interface PowerMonitor {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown;
}

/** What {@link lockWhenAway} reads and calls. */
export interface AwayLock {
  monitor: PowerMonitor;
  /** Seconds since the last input (`idle-time.ts`). */
  idleSeconds: () => number;
  /** Current setting; 0 disables the check. */
  idleMinutes: () => number;
  /**
   * Time of the last use (`desk-use.ts`), in milliseconds since the epoch. It counts as input, because a remote-controlled
   * desktop has none.
   */
  lastUse: () => number;
  /** Called each second before an idle desk is cleared, with the seconds left, and with null when there was input. */
  onIdle: (secondsLeft: number | null) => void;
  onAbsent: (clearing: DeskClearing) => void;
  /** Current time in milliseconds since the epoch. */
  now?: () => number;
}

/** Interval of the checks during a countdown, in milliseconds. */
const countIntervalMs = 1_000;

/** Longest interval between two checks, in milliseconds: the setting may change, and timers stop while the machine sleeps. */
const maxIntervalMs = 5_000;

/** Length of the countdown before the desk is cleared, in seconds; half of an idle time that is shorter than a minute. */
const countdownSeconds = 30;

/**
 * Notices that the agent has left: the screen is locked, the machine goes to sleep, or the desktop is idle. An idle desktop is
 * counted down, and reported once until there is input again.
 *
 * @returns stops watching
 */
export function lockWhenAway(lock: AwayLock): () => void {
  const { monitor, idleSeconds, idleMinutes, lastUse, onIdle, onAbsent, now = () => Date.now() } = lock;
  let state: 'used' | 'counting' | 'away' = 'used';

  function becomes(next: typeof state): void {
    if (state === 'counting' && next !== 'counting') onIdle(null);
    state = next;
  }
  monitor.on('lock-screen', () => onAbsent({ reason: 'locked' }));
  monitor.on('suspend', () => onAbsent({ reason: 'asleep' }));
  function check(): void {
    const minutes = idleMinutes();
    const idle = Math.min(idleSeconds(), (now() - lastUse()) / 1_000);
    const left = Math.ceil(minutes * 60 - idle);
    const untilCountdown = left - Math.min(countdownSeconds, minutes * 30);
    if (minutes === 0 || untilCountdown > 0) becomes('used');
    else if (left > 0) {
      becomes('counting');
      onIdle(left);
    } else if (state !== 'away') {
      becomes('away');
      onAbsent({ reason: 'idle', minutes });
    }
    // A check asks the desktop, and wakes a process that rests: there is none before the countdown can begin.
    const isFar = minutes === 0 || state === 'away';
    const waitMs = isFar ? maxIntervalMs : Math.max(countIntervalMs, untilCountdown * 1_000);
    timer = setTimeout(check, Math.min(waitMs, maxIntervalMs));
  }
  let timer = setTimeout(check, countIntervalMs);
  return () => clearTimeout(timer);
}
