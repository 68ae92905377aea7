import { app, shell } from 'electron';
import type { DeskClearing, RequestedAction } from '../preload/contract/calls';
import { about } from './about/about';
import { prepareLookup } from './api/prepare-lookup';
import { connectDesk } from './app/desk-lifecycle';
import { createCallNotifications } from './app/notifications';
import { followPhoneLinks } from './app/phone-links';
import { createServices } from './app/services';
import { followSessionStart } from './app/session-start';
import { buildType } from './build-type';
import { freeMemory } from './collect-garbage';
import type { CommandLine } from './command-line';
import { createHandlers } from './ipc/handlers';
import { initialState } from './ipc/initial-state';
import { registerHandlers } from './ipc/register-handlers';
import { logStartup } from './log/startup-log';
import type { DeepLinks } from './window/deep-links';
import { DeskWindow } from './window/desk-window';
import { LookupRequests } from './window/lookup-requests';
import { installMenu } from './window/menu';
import { offerNewCall } from './window/new-call-shortcut';
import { type EarlyServices, out } from './window/open-window';
import { trustedFrame } from './window/page-url';
import { findStudio, lookupRequest, type OutsideLookup } from './window/screen-pop';
import { writeScreenshot } from './window/screenshot';

/**
 * Composition root of the desk: builds every service (`app/`) and connects it to the window.
 *
 * @param early what was built before the services, and the window if it is already opening
 */
export async function startApp(
  commandLine: CommandLine,
  links: DeepLinks,
  early: EarlyServices,
): Promise<void> {
  const desk = new DeskWindow(early.window);
  const services = await createServices(commandLine, early, desk);
  const { policy, preferences, connection, updates, use, log } = services;
  if (!desk.isOpen && (await updates.restorePreviousVersion())) return;

  const notifications = policy.callNotifications
    ? createCallNotifications(desk, services.messages)
    : undefined;
  const requestOf = (lookup: OutsideLookup) => lookupRequest(lookup, connection.studios());
  const lookups = new LookupRequests(commandLine.lookup ?? links.first(), (lookup) => {
    use.requestArrived();
    desk.send('lookup:requested', requestOf(lookup));
    desk.requestAttention();
    notifications?.arrived(lookup);
  });
  const window = desk.open(early.open, () => preferences.current().preferences);
  let recovered = false;
  let heldLost = 0;
  let cleared: DeskClearing | undefined;
  const handlers = createHandlers({
    ...services,
    start() {
      const lookup = lookups.pageStarted();
      const state = initialState(policy, preferences, connection, updates);
      // With a lookup, the studio is that of the lookup alone.
      const named = commandLine.lookup ? undefined : commandLine.studio;
      const studio = findStudio(named ?? '', connection.studios())?.ref;
      const start = {
        ...state,
        ...(lookup && { lookup: requestOf(lookup) }),
        ...(studio && { studio }),
        ...(recovered && { recovered }),
        ...(heldLost > 0 && { heldLost }),
        ...(cleared && { cleared }),
      };
      recovered = false;
      heldLost = 0;
      return start;
    },
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
      void freeMemory();
    },
    focus() {
      if (lookups.comesForward()) desk.focus();
    },
    about: () => about(app.getVersion(), app.getPath('logs'), out),
    openLogs: async () => void (await shell.openPath(app.getPath('logs'))),
    onProgress: (progress) => desk.send('search:progress', progress),
    touched() {
      use.reported();
      cleared = undefined;
    },
  });
  const isTrusted = trustedFrame(() => desk.topFrame);
  registerHandlers(early.ipc, handlers, isTrusted);
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
    links,
    lookups,
    choose,
    onCleared(clearing) {
      notifications?.seen();
      // An idle desk is often locked later; the first reason is why it is empty.
      cleared ??= clearing;
    },
    onPageGone(held) {
      recovered = true;
      heldLost = held;
      cleared = undefined;
    },
  });
}
