import { app, shell } from 'electron';
import type { DeskClearing } from '../preload/contract/calls';
import { about } from './about/about';
import { connectDesk } from './app/desk-lifecycle';
import { followPhoneLinks } from './app/phone-links';
import { createServices } from './app/services';
import type { CommandLine } from './command-line';
import { createHandlers } from './ipc/handlers';
import { initialState } from './ipc/initial-state';
import { registerHandlers } from './ipc/register-handlers';
import { logStartup } from './log/startup-log';
import { DeskUse } from './privacy/desk-use';
import type { DeepLinks } from './window/deep-links';
import { DeskWindow } from './window/desk-window';
import { LookupRequests } from './window/lookup-requests';
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
  const { policy, preferences, connection, updates, log } = services;
  if (!desk.isOpen && (await updates.restorePreviousVersion())) return;

  const requestOf = (lookup: OutsideLookup) => lookupRequest(lookup, connection.studios());
  const use = new DeskUse();
  const lookups = new LookupRequests(commandLine.lookup ?? links.first(), (lookup) => {
    use.lookupArrived();
    desk.send('lookup:requested', requestOf(lookup));
    desk.requestAttention();
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
      if (commandLine.screenshot) app.exit(await writeScreenshot(window, commandLine.screenshot));
      await updates.deskShown();
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
  });
  connectDesk(services, {
    desk,
    window,
    links,
    lookups,
    use,
    onCleared(clearing) {
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
