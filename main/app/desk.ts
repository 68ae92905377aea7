import { app, type BrowserWindow, shell } from 'electron';
import type { RequestedAction } from '../../preload/contract/calls';
import { about } from '../about/about';
import { prepareLookup } from '../api/prepare-lookup';
import { buildType } from '../build-type';
import { freeMemory } from '../collect-garbage';
import type { CommandLine } from '../command-line';
import { createHandlers } from '../ipc/handlers';
import { registerHandlers, type TrustsSender } from '../ipc/register-handlers';
import { inputSchemas } from '../ipc/schemas';
import { logStartup } from '../log/startup-log';
import type { Arrivals } from '../window/deep-links';
import type { DeskWindow } from '../window/desk-window';
import { installMenu } from '../window/menu';
import { offerNewCall } from '../window/new-call-shortcut';
import { type EarlyServices, out } from '../window/open-window';
import { writeScreenshot } from '../window/screenshot';
import { connectDesk } from './desk-lifecycle';
import type { DeskStart } from './desk-start';
import type { FirstServices } from './first-services';
import { createCallNotifications } from './notifications';
import { followPhoneLinks } from './phone-links';
import { createServices } from './services';
import { followSessionStart } from './session-start';

/** What the desk was begun with. */
export interface DeskBeginning {
  commandLine: CommandLine;
  arrivals: Arrivals;
  early: EarlyServices;
  desk: DeskWindow;
  first: FirstServices;
  start: DeskStart;
  isTrusted: TrustsSender;
  /** Opens the window of a version that failed to start twice. */
  open: () => BrowserWindow;
}

/** Composition root of the desk: builds every other service and connects it to the window. */
export async function startDesk(beginning: DeskBeginning): Promise<void> {
  const { commandLine, arrivals, early, desk, first, start, isTrusted, open } = beginning;
  const services = await createServices(early, desk, first);
  const { policy, connection, updates, use, log } = services;
  if (!early.window && (await updates.restorePreviousVersion())) return;

  const notifications = policy.callNotifications
    ? createCallNotifications(desk, services.messages)
    : undefined;
  const { lookups } = start;
  start.lookupArrived = (lookup) => {
    use.requestArrived();
    desk.send('lookup:requested', start.requestOf(lookup));
    desk.requestAttention();
    notifications?.arrived(lookup);
  };
  start.updateState = () => updates.state();
  const window = early.window ?? open();
  // The page was told that there are no updates, because their service was not loaded yet.
  desk.send('update:changed', updates.state());
  const handlers = createHandlers({
    ...services,
    async settled() {
      if (commandLine.screenshot) {
        const limits = {
          isPackage: buildType !== 'development',
          isDemo: connection.status().mode === 'demo',
        };
        app.exit(await writeScreenshot(window, commandLine.screenshot, limits));
      }
      await updates.deskShown();
      // The agent has just seen the desk, so nobody waits for main.
      await prepareLookup();
      await freeMemory();
    },
    focus() {
      if (lookups.comesForward()) desk.focus();
    },
    about: () => about(app.getVersion(), app.getPath('logs'), out),
    openLogs: async () => void (await shell.openPath(app.getPath('logs'))),
    onProgress: (progress) => desk.send('search:progress', progress),
    touched() {
      use.reported();
      start.cleared = undefined;
    },
  });
  registerHandlers(early.ipc, handlers, inputSchemas, isTrusted);
  // After the handlers: the page may wait for its first answer, and writing the log may rotate it.
  setImmediate(() => {
    logStartup(log, services.saved, services.policyRead);
    followPhoneLinks(app, policy.phoneLinks ?? []);
    const { settings, saved } = services;
    const isOurs = saved.settings.startsWithSession ?? false;
    void followSessionStart(app, policy.startWithSession ?? false, isOurs, (is) =>
      settings.write({ startsWithSession: is || undefined }),
    );
  });
  const choose = (action: RequestedAction) => {
    use.requestArrived();
    desk.send('action:requested', action);
    desk.focus();
  };
  services.speak((words) => {
    installMenu(process.platform, words.menu, choose);
    if (buildType === 'release') offerNewCall(words.menu, () => choose('newCall'));
  });
  window.on('focus', () => notifications?.seen());
  connectDesk(services, {
    desk,
    window,
    arrivals,
    lookups,
    choose,
    onCleared(clearing) {
      notifications?.seen();
      // An idle desk is often locked later; the first reason is why it is empty.
      start.cleared ??= clearing;
    },
    onPageGone(held) {
      start.recovered = true;
      start.heldLost = held;
      start.cleared = undefined;
    },
  });
}
