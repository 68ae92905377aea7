import type { UpdateFault, UpdateState } from '../../preload/contract/updates';
import { UpdateRefused } from './update-refused';

/** What an update needs from the platform; `platform-engine.ts` implements it. */
export interface UpdateEngine {
  /**
   * Version that the feed offers, if it is newer and meant for this desktop. @throws UpdateRefused or a network error
   */
  check(): Promise<string | undefined>;
  /**
   * Downloads and verifies the offered version. @param progress in per cent
   * @param signal aborts the download
   * @throws UpdateRefused or a network error
   */
  download(progress: (percent: number) => void, signal: AbortSignal): Promise<void>;
  /** Quits Ringside, installs the new version and starts it. */
  install(): void;
}

/** Timers and randomness, replaced in tests. */
export interface Timers {
  /** Calls back once after `ms` milliseconds. @returns cancels the timer */
  after(ms: number, work: () => void): () => void;
  /** Random number from 0 to 1. */
  random(): number;
}

export const realTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms);
    // A waiting update must not keep the process from quitting.
    timer.unref();
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/**
 * Mean interval between two checks, in milliseconds, with random variation: 500 desktops that start at eight must not
 * all check at noon.
 */
const everyMs = 4 * 60 * 60_000;
const jitter = 0.25;
/** Time limit of a download without progress, in milliseconds. */
const stalledMs = 60_000;
/** Interval of the check whether an update may be installed, in milliseconds. */
const checkIntervalMs = 60_000;
/** Seconds without input after which a desktop counts as idle. */
const idleSeconds = 600;
/** Maximum number of restarts of an interrupted download before the next check. */
const attempts = 3;

/** Checks, downloads and installs updates without interrupting an agent. */
export class UpdateService {
  #state: UpdateState;
  #busy = false;

  /**
   * @param desk whether a customer is open, and the seconds since the last input
   * @param tell called after every change of the state
   * @param left a version that did not start here; it is not installed again
   */
  constructor(
    private readonly engine: UpdateEngine,
    private readonly desk: { isOpen: () => boolean; idleSeconds: () => number },
    private readonly tell: (state: UpdateState) => void,
    private readonly left: string | undefined = undefined,
    private readonly timers: Timers = realTimers,
  ) {
    this.#state = idleState(left);
  }

  state(): UpdateState {
    return this.#state;
  }

  /** Checks now and then about every four hours until Ringside quits. */
  start(): void {
    void this.check();
    this.timers.after(everyMs * (1 + jitter * (2 * this.timers.random() - 1)), () => this.start());
  }

  /** Checks, downloads and verifies. A check that is already running is not repeated. */
  async check(): Promise<void> {
    if (this.#busy || this.#state.phase === 'ready') return;
    this.#busy = true;
    try {
      this.#become({ phase: 'checking' });
      const version = await this.engine.check();
      if (version === undefined || version === this.left) return this.#become(idleState(this.left));
      await this.#download(version);
      this.#become({ phase: 'ready', version });
      this.#installWhenIdle();
    } catch (error) {
      this.#become({ phase: 'failed', fault: faultOf(error) });
    } finally {
      this.#busy = false;
    }
  }

  /** Checks at the agent's request. */
  install(): void {
    if (this.#state.phase !== 'ready') return;
    try {
      this.engine.install();
    } catch {
      this.#become({ phase: 'failed', fault: 'notInstalled' });
    }
  }

  async #download(version: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const watchdog = new AbortController();
      const arm = () => this.timers.after(stalledMs, () => watchdog.abort());
      let disarm = arm();
      let shown = -1;
      try {
        this.#become({ phase: 'downloading', version, percent: 0 });
        await this.engine.download((percent) => {
          disarm();
          disarm = arm();
          // Progress is reported once per per cent.
          if (Math.floor(percent) === shown) return;
          shown = Math.floor(percent);
          this.#become({ phase: 'downloading', version, percent: shown });
        }, watchdog.signal);
        return;
      } catch (error) {
        if (watchdog.signal.aborted) throw new UpdateRefused('timeout');
        if (faultOf(error) !== 'unreachable' || attempt === attempts) throw error;
      } finally {
        disarm();
      }
    }
  }

  /** The update is installed when Ringside quits; on an idle desktop without a customer it is installed before. */
  #installWhenIdle(): void {
    if (this.#state.phase !== 'ready') return;
    if (!this.desk.isOpen() && this.desk.idleSeconds() >= idleSeconds) this.install();
    else this.timers.after(checkIntervalMs, () => this.#installWhenIdle());
  }

  #become(state: UpdateState): void {
    this.#state = state;
    this.tell(state);
  }
}

/** State while no update is available. */
export function idleState(left: string | undefined): UpdateState {
  return left === undefined ? { phase: 'idle' } : { phase: 'wentBack', version: left };
}

function faultOf(error: unknown): UpdateFault {
  return error instanceof UpdateRefused ? error.fault : 'unreachable';
}
