/** What {@link IdleTime} reads. */
export interface IdleSources {
  /** Seconds since the last input anywhere on this desktop, as the system reports them. */
  system: () => number;
  /** Time of the last input in Ringside's window, in milliseconds since the epoch. */
  lastInput: () => number;
  /** Current time in milliseconds since the epoch. */
  now?: () => number;
}

/**
 * Seconds since the last input. The system's number counts, unless it has been 0 at every check since the start: some Wayland
 * desktops do not tell programs about input, and Chromium reports 0 there (`WaylandScreen::CalculateIdleTime`). Then the input
 * in Ringside's window counts alone.
 *
 * SECURITY: such a desk is also cleared while the agent uses another program for the idle time. The other error would leave a
 * customer on the screen of an agent who has left.
 */
export class IdleTime {
  #isMeasured = false;

  constructor(private readonly sources: IdleSources) {}

  seconds(): number {
    const { system, lastInput, now = () => Date.now() } = this.sources;
    const reported = system();
    // One check in a second without input is enough, and every desk that reports input has one soon.
    this.#isMeasured ||= reported > 0;
    return this.#isMeasured ? reported : Math.floor((now() - lastInput()) / 1_000);
  }
}
