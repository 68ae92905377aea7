import type { UpdateFault, UpdateState } from '../../preload/contract/updates';
import { UpdateRefused } from './update-refused';

/** What is done for an update on this platform; `platform-engine.ts` has the real ones. */
export interface UpdateEngine {
  /** The version that is offered, if it is newer and meant for this desktop. @throws Refused, or what the network threw */
  check(): Promise<string | undefined>;
  /**
   * Downloads what was offered and proves it. @param progress per cent @param signal gives up
   * @throws Refused, or what the network threw
   */
  download(progress: (percent: number) => void, signal: AbortSignal): Promise<void>;
  /** Ends Ringside, installs and starts the new version. */
  install(): void;
}

/** Timers, so that a test can be quicker than four hours. */
export interface Timers {
  /** Calls once after so many milliseconds. @returns a way to forget it */
  after(ms: number, work: () => void): () => void;
  /** From 0 to 1. */
  random(): number;
}

export const realTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms);
    // An update keeps nobody from quitting.
    timer.unref();
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** Between two checks; 500 desktops that were switched on at eight must not all ask at noon. */
const everyMs = 4 * 60 * 60_000;
const jitter = 0.25;
/** A download that has not moved for so long is dead. */
const stalledMs = 60_000;
/** How often a desk is looked at, whether an update may be installed. */
const lookMs = 60_000;
/** A desk nobody has touched for so long is idle. */
const idleSeconds = 600;
/** Downloads that broke off are begun anew so often, before the next check. */
const attempts = 3;

/** Keeps this desktop current without getting in anybody's way. */
export class UpdateService {
  #state: UpdateState;
  #busy = false;

  /**
   * @param desk whether a customer is open, and how long nobody has touched anything
   * @param tell hears of every change
   * @param left a version that did not start here, and is not taken again
   */
  constructor(
    private readonly engine: UpdateEngine,
    private readonly desk: { isOpen: () => boolean; idleSeconds: () => number },
    private readonly tell: (state: UpdateState) => void,
    private readonly left: string | undefined = undefined,
    private readonly timers: Timers = realTimers,
  ) {
    this.#state = resting(left);
  }

  state(): UpdateState {
    return this.#state;
  }

  /** Checks now and every four hours, more or less, for as long as Ringside runs. */
  start(): void {
    void this.check();
    this.timers.after(everyMs * (1 + jitter * (2 * this.timers.random() - 1)), () => this.start());
  }

  /** Checks, downloads and proves; another check meanwhile is none. */
  async check(): Promise<void> {
    if (this.#busy || this.#state.phase === 'ready') return;
    this.#busy = true;
    try {
      this.#become({ phase: 'checking' });
      const version = await this.engine.check();
      if (version === undefined || version === this.left) return this.#become(resting(this.left));
      await this.#download(version);
      this.#become({ phase: 'ready', version });
      this.#installWhenIdle();
    } catch (error) {
      this.#become({ phase: 'failed', fault: faultOf(error) });
    } finally {
      this.#busy = false;
    }
  }

  /** Because the agent asked. */
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
          // One word a per cent is enough.
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

  /** On quit it is installed in any case; an idle desk without a customer does not wait for that. */
  #installWhenIdle(): void {
    if (this.#state.phase !== 'ready') return;
    if (!this.desk.isOpen() && this.desk.idleSeconds() >= idleSeconds) this.install();
    else this.timers.after(lookMs, () => this.#installWhenIdle());
  }

  #become(state: UpdateState): void {
    this.#state = state;
    this.tell(state);
  }
}

/** How it stands while there is nothing to take. */
export function resting(left: string | undefined): UpdateState {
  return left === undefined ? { phase: 'idle' } : { phase: 'wentBack', version: left };
}

function faultOf(error: unknown): UpdateFault {
  return error instanceof UpdateRefused ? error.fault : 'unreachable';
}
