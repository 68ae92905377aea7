import type { App } from 'electron';
import { buildType } from '../build-type';
import { linkScheme, lookupOfLink } from './screen-pop';

/** Links that macOS hands over as events; elsewhere they are arguments of a start, which `command-line.ts` reads. */
export interface DeepLinks {
  /** What arrived before anybody listened. */
  first: () => string | undefined;
  arrived: (listener: (lookup: string) => void) => void;
}

/** To be called before `ready`: macOS sends the link that starts the app right then. */
export function listenForDeepLinks(app: App): DeepLinks {
  let listener: ((lookup: string) => void) | undefined;
  let first: string | undefined;
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
 * Tells the system that `ringside://` is ours; in development the links stay with whatever is installed.
 *
 * SECURITY: on Windows what follows `--` is no switch any more, so that no link can bring one along.
 */
export function registerLinks(app: App): void {
  if (buildType === 'release') app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
}
