import type { App } from 'electron';
import { buildType } from '../build-type';
import { linkScheme, lookupOfLink, type OutsideLookup } from './screen-pop';

/**
 * Links that macOS delivers as events. Other platforms pass them as arguments, which `command-line.ts`
 * reads.
 */
export interface DeepLinks {
  /** Lookup of a link that arrived before there was a listener. */
  first: () => OutsideLookup | undefined;
  arrived: (listener: (lookup: OutsideLookup) => void) => void;
}

/** Listens for links. Call it before `ready`: macOS delivers the link that started the app at that time. */
export function listenForDeepLinks(app: App): DeepLinks {
  let listener: ((lookup: OutsideLookup) => void) | undefined;
  let first: OutsideLookup | undefined;
  app.on('open-url', (event, link) => {
    event.preventDefault();
    const lookup = lookupOfLink(link);
    if (lookup && listener) listener(lookup);
    else first = lookup ?? first;
  });
  return {
    first: () => first,
    arrived: (told) => {
      listener = told;
    },
  };
}

/**
 * Registers Ringside for `ringside://` links; development builds leave the registration to the installed version.
 *
 * SECURITY: on Windows the link follows `--`, so that nothing in it is read as a switch.
 */
export function registerLinks(app: App): void {
  if (buildType === 'release') app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
}
