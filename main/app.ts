import { setTimeout } from 'node:timers/promises';
import { succeed } from '../preload/contract/problem';
import { DeskStart } from './app/desk-start';
import { createFirstServices } from './app/first-services';
import type { CommandLine } from './command-line';
import { firstInputSchemas } from './ipc/first-schemas';
import { type FirstChannel, type Handlers, registerHandlers } from './ipc/register-handlers';
import type { Arrivals } from './window/deep-links';
import { DeskWindow } from './window/desk-window';
import type { EarlyServices } from './window/open-window';
import { trustedFrame } from './window/page-url';

/** Time after which the other services are loaded if the page makes no second call, in milliseconds. */
const latestLoadMs = 3_000;

/**
 * Answers the first call of the page, and loads the other services (`app/desk.ts`) when the page makes the next one. Without a
 * lookup, that is after its first paint: before, it would share the processors with the page and with Chromium (docs/performance.md).
 *
 * @param early what was built before the services, and the window if it is already opening
 */
export async function startApp(
  commandLine: CommandLine,
  arrivals: Arrivals,
  early: EarlyServices,
): Promise<void> {
  const desk = new DeskWindow(early.window);
  const first = await createFirstServices(commandLine, early, desk);
  const start = new DeskStart(first, commandLine, arrivals.links.take());
  const isTrusted = trustedFrame(() => desk.topFrame);
  const open = () => desk.open(early.open, () => first.preferences.current().preferences);
  let isWanted: (() => void) | undefined;
  const wanted = new Promise<void>((resolve) => {
    isWanted = resolve;
  });
  const loaded = Promise.race([wanted, setTimeout(latestLoadMs)]).then(async () => {
    const { startDesk } = await import('./app/desk');
    await startDesk({ commandLine, arrivals, early, desk, first, start, isTrusted, open });
  });
  const handlers: Pick<Handlers, FirstChannel> = {
    'app:start': () => succeed(start.answer()),
    async 'app:ready'() {
      isWanted?.();
      await loaded;
      return succeed(null);
    },
  };
  registerHandlers(early.ipc, handlers, firstInputSchemas, isTrusted);
  // A version that failed to start twice has no window yet, and may be replaced before it opens one.
  if (early.window) open();
  else isWanted?.();
  await loaded;
}
