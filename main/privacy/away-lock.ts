/** The part of Electron's `powerMonitor` that is used. */
export interface PowerMonitor {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown;
  /** Seconds since the last keyboard or mouse input anywhere on this desktop. */
  getSystemIdleTime(): number;
}

/** Interval between two checks of the idle time, in milliseconds; an absence is noticed this much late at most. */
const checkIntervalMs = 5_000;

/**
 * Calls `onAbsent` when the agent leaves: the screen is locked, the machine goes to sleep, or the desktop is idle. An
 * idle desktop is reported once until there is input again.
 *
 * @param idleMinutes current setting; 0 disables the check
 * @param lastLookup time of the last lookup or of the start; it counts as input, because a remote-controlled desktop
 * has none
 * @returns stops watching
 */
export function lockWhenAway(
  monitor: PowerMonitor,
  idleMinutes: () => number,
  lastLookup: () => number,
  onAbsent: () => void,
): () => void {
  monitor.on('lock-screen', onAbsent);
  monitor.on('suspend', onAbsent);
  let away = false;
  const timer = setInterval(() => {
    const seconds = Math.min(monitor.getSystemIdleTime(), (Date.now() - lastLookup()) / 1000);
    const limit = idleMinutes() * 60;
    const idle = limit > 0 && seconds >= limit;
    if (idle && !away) onAbsent();
    away = idle;
  }, checkIntervalMs);
  return () => clearInterval(timer);
}
