import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { UpdateState } from '../../preload/contract/updates';
import type { ProxyLogin } from '../connection/proxy-login';
import type { DialogMessages } from '../dialog-messages';
import type { Log } from '../log/log';
import type { Policy } from '../policy/keys';
import { codeOf } from '../replace-file';
import { chooseFeed, ownUpdater } from './feed-choice';
import { appImageOf, thisInstallation } from './installation';
import { Installers } from './installers';
import { localFolder } from './local-folder';
import { restoreVersion } from './rollback';
import { idleState, UpdateService } from './service';
import type { StartGuard } from './start-guard';

export interface UpdatesContext {
  policy: Policy;
  /** Undefined in development, where builds are not replaced automatically. */
  guard: StartGuard | undefined;
  userData: string;
  words: () => DialogMessages;
  desk: { isOpen: () => boolean; idleSeconds: () => number };
  tell: (state: UpdateState) => void;
  /** Called at each start while this version replaces one that did not start. */
  reportRestored: (left: string) => void;
  proxyLogin: ProxyLogin;
  log: Log;
}

/** Updates of a package: whether it supports them, when they start, and the return to the previous version. */
export class Updates {
  readonly #kind;
  readonly #choice;
  readonly #installers: Installers;
  readonly #guard: StartGuard | undefined;
  #service: UpdateService | undefined;

  constructor(private readonly context: UpdatesContext) {
    const { policy, guard, userData } = context;
    this.#kind = ownUpdater();
    this.#choice = chooseFeed(this.#kind, policy);
    this.#installers = new Installers(
      join(localFolder(process.platform, process.env, userData), 'installers'),
    );
    this.#guard = guard;
  }

  state(): UpdateState {
    return (
      this.#service?.state() ??
      (typeof this.#choice === 'string' ? { phase: 'off' } : idleState(this.#guard?.left()))
    );
  }

  /** Starts the update service after the first paint. */
  async deskShown(): Promise<void> {
    this.#guard?.settled();
    const left = this.#guard?.left();
    if (left) this.context.reportRestored(left);
    const choice = this.#choice;
    if (typeof choice === 'string' || this.#service) return;
    const { desk, tell, proxyLogin, log } = this.context;
    const { platformEngine } = await import('./platform-engine');
    const engine = platformEngine(choice, proxyLogin, this.#installers, () => {
      // The new version starts while this one quits, so the lock is released first.
      app.releaseSingleInstanceLock();
    });
    this.#service = new UpdateService(
      engine,
      desk,
      (state) => {
        tell(state);
        if (state.phase !== 'downloading') log.event({ event: 'update', ...state });
      },
      left,
    );
    this.#service.start();
  }

  check(): void {
    void this.#service?.check();
  }

  install(): void {
    this.#service?.install();
  }

  /**
   * Asks whether to restore the previous version after failed starts. Call it before the window opens.
   *
   * @returns true when the previous version was restored; Ringside then quits
   */
  async restorePreviousVersion(): Promise<boolean> {
    if (!this.#guard || !this.#kind) return false;
    const version = app.getVersion();
    const previous = this.#installers.before(version);
    if (!previous) return false;
    const { words, log } = this.context;
    log.event({ event: 'version-broken', version, previous: previous.version });
    const { brokenVersion, brokenVersionDetail, brokenVersionButtons } = words();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: brokenVersion(version),
      detail: brokenVersionDetail(previous.version),
      buttons: brokenVersionButtons,
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) return false;
    this.#guard.leaves();
    app.releaseSingleInstanceLock();
    try {
      await restoreVersion(this.#kind, previous.file, appImageOf(thisInstallation()));
    } catch (error) {
      // This version may still start, and the agent needs a desk.
      log.event({ event: 'not-restored', previous: previous.version, code: codeOf(error) ?? 'unknown' });
      app.requestSingleInstanceLock();
      return false;
    }
    app.quit();
    return true;
  }
}
