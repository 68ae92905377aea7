/** The part of Electron's `powerMonitor` that is watched. */
export interface PowerMonitor {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown;
  /** Seconds since the last key or movement anywhere on this desktop. */
  getSystemIdleTime(): number;
}

/** How often the idle time is looked at; an absence is noticed this much late at most. */
const lookMs = 5_000;

/**
 * Tells when the agent has gone: the screen was locked, the machine goes to sleep, or nobody touched it for a while. An
 * idle desk is told of once, until somebody comes back.
 *
 * @param idleMinutes without a touch, as it is set now; 0 never
 * @param lastLookup when somebody was looked up last, or the desk began; a desktop that is remote-controlled has no touches
 * @returns ends the watch
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
  }, lookMs);
  return () => clearInterval(timer);
}
