import type { App } from 'electron';
import { buildType } from '../build-type';
import { HeldEvent } from '../held-event';
import { linkScheme, lookupOfLink, type OutsideLookup } from './screen-pop';

/** What comes from outside before the desk can take it. */
export interface Arrivals {
  /** Links that macOS delivers as events. Other platforms pass them as arguments, which `command-line.ts` reads. */
  links: HeldEvent<OutsideLookup>;
  /** What another start has passed on, as it was sent (Electron, `second-instance`). */
  starts: HeldEvent<unknown>;
}

/** Listens for links and for other starts. Call it before `ready`: macOS delivers the link that started the app at that time. */
export function listenForArrivals(app: App): Arrivals {
  const arrivals = { links: new HeldEvent<OutsideLookup>(), starts: new HeldEvent<unknown>() };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    const lookup = lookupOfLink(link);
    if (lookup) arrivals.links.happened(lookup);
  });
  app.on('second-instance', (_event, _argv, _directory, data) => arrivals.starts.happened(data));
  return arrivals;
}

/**
 * Registers Ringside for `ringside://` links; development builds leave the registration to the installed version.
 *
 * SECURITY: on Windows the link follows `--`, so that nothing in it is read as a switch.
 */
export function registerLinks(app: App): void {
  if (buildType === 'release') app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
}
