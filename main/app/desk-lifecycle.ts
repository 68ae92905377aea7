import { setTimeout } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { app, powerMonitor } from 'electron';
import type { DeskClearing } from '../../preload/contract/calls';
import { isRecord } from '../is-record';
import { lockWhenAway } from '../privacy/away-lock';
import type { ClipboardGuard } from '../privacy/clipboard-guard';
import { reloadAfterCrash } from '../window/crash-recovery';
import type { Arrivals } from '../window/deep-links';
import type { DeskWindow } from '../window/desk-window';
import type { LookupRequests } from '../window/lookup-requests';
import type { Choose } from '../window/menu';
import { callLookup, outsideLookup } from '../window/screen-pop';
import type { DeskServices } from './services';

/** What the events act on, beside the services. */
export interface DeskParts {
  desk: DeskWindow;
  window: BrowserWindow;
  arrivals: Arrivals;
  lookups: LookupRequests;
  /** Runs an action of the desk, and brings the window to the front. */
  choose: Choose;
  /** Called when the desk is cleared because the agent has left, before the new page starts. */
  onCleared: (clearing: DeskClearing) => void;
  /** Called when the page's process has ended, before the new page starts, with the number of calls on hold that it ends. */
  onPageGone: (heldLost: number) => void;
}

/** Connects the events of the window, the desktop and the app. */
export function connectDesk(services: DeskServices, parts: DeskParts): void {
  const { requests, callers, proofs, customers, clipboardGuard, studioImport, log, messages, preferences } =
    services;
  const { use, idleTime } = services;
  const { desk, window, arrivals, lookups } = parts;

  reloadAfterCrash(window, messages, (reason) => {
    log.event({ event: 'page-gone', reason });
    requests.cancelAll();
    callers.cancelAll();
    studioImport.clear();
    services.contextMenu.pageGone();
    parts.onPageGone(customers.pageGone());
    // The customer who was open is opened again in the new page.
    const open = customers.open();
    lookups.pageGone(open && { text: `id:${open.id}`, studio: open.studio });
  });

  lockWhenAway({
    monitor: powerMonitor,
    idleSeconds: () => idleTime.seconds(),
    idleMinutes: () => preferences.current().preferences.idleMinutes,
    lastUse: () => use.last,
    onIdle: (secondsLeft) => desk.send('desk:idle', secondsLeft),
    onAbsent(clearing) {
      customers.forgotten();
      requests.cancelAll();
      callers.cancelAll();
      studioImport.clear();
      void clipboardGuard.clear();
      lookups.pageGone();
      parts.onCleared(clearing);
      // SECURITY: emptied stores keep parts of a customer in the heap for a while; a new page has none.
      desk.reload();
    },
  });

  window.webContents.on('input-event', (_event, input) => use.inputSeen(input));
  window.webContents.on('did-navigate', () => services.contextMenu.pageGone());
  window.webContents.on('context-menu', (_event, request) => services.contextMenu.requested(request));
  arrivals.links.listen((lookup) => lookups.arrived(lookup));
  arrivals.starts.listen((data) => {
    if (!desk.isOpen) return;
    const lookup = lookupOf(data);
    // With a lookup, the page decides whether the window comes to the front: a call may be going on.
    if (lookup) lookups.arrived(lookup);
    else if (isRecord(data) && data.newCall === true) parts.choose('newCall');
    else desk.focus();
  });
  app.on('window-all-closed', () => app.quit());
  clearClipboardAtQuit(clipboardGuard);
  app.on('before-quit', () => {
    // Electron 33 may crash while it quits with an open request.
    requests.cancelAll();
    callers.cancelAll();
    proofs.cancelAll();
    services.phoneIndex.stop();
  });
  // Once: clearing the clipboard interrupts the first quit and begins another one.
  app.once('before-quit', () => log.event({ event: 'quit' }));
}

/** Time limit for clearing the clipboard, in milliseconds: another program may hold it and not answer. */
const clipboardTimeoutMs = 2_000;

/** Clears Ringside's copies before it quits, and then quits. */
function clearClipboardAtQuit(guard: ClipboardGuard): void {
  app.on('will-quit', (event) => {
    if (!guard.hasCopied) return;
    event.preventDefault();
    void Promise.race([guard.clear(), setTimeout(clipboardTimeoutMs)])
      // A clipboard that refuses must not keep Ringside open.
      .catch(() => undefined)
      .then(() => {
        guard.forget();
        // Electron ignores a second quit within its event.
        setImmediate(() => app.quit());
      });
  });
}

/** The lookup that a second start passes on. */
function lookupOf(data: unknown) {
  const lookup = isRecord(data) ? data.lookup : undefined;
  if (!isRecord(lookup)) return undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return lookup.caller === undefined
    ? outsideLookup(text(lookup.text), text(lookup.studio))
    : callLookup(text(lookup.text), text(lookup.studio));
}
