import type { ConnectionTest, ProxySignIn } from '../../preload/contract/calls';
import { type Outcome, succeed } from '../../preload/contract/problem';
import type { StudioRef } from '../../preload/contract/studio';
import type { ConnectionService } from '../connection/connection';
import type { StudioImport } from '../connection/studio-import';
import type { Handlers } from './register-handlers';

/** What the handlers of the connection work with. */
export interface ConnectionServices {
  connection: ConnectionService;
  testConnection: (studio: StudioRef) => Promise<Outcome<ConnectionTest>>;
  signInProxy: (input: ProxySignIn) => Promise<Outcome<null>>;
  /** Removes the credentials of the proxies on the way to an address. */
  forgetProxy: (address: string) => Promise<Outcome<null>>;
  studioImport: StudioImport;
  /** Reads a file of rows that the user chooses in a dialog; undefined when none was chosen. */
  chooseStudioFile: () => Promise<Outcome<string | undefined>>;
}

type ConnectionChannel = Extract<keyof Handlers, `connection:${string}` | `import:${string}`>;

/**
 * Handlers that change the connection, one change at a time.
 *
 * @param onChanging called before each change: no answer from one studio may appear under another
 * @param onChanged called after each change; `isMoved` when a studio is gone, for example because the demo data was opened
 */
export function createConnectionHandlers(
  services: ConnectionServices,
  onChanging: () => void,
  onChanged: (isMoved: boolean) => void,
): Pick<Handlers, ConnectionChannel> {
  const { connection, testConnection, signInProxy, forgetProxy, studioImport, chooseStudioFile } = services;
  let choice: ReturnType<typeof chooseStudioFile> | undefined;
  let lastChange: Promise<unknown> = Promise.resolve();

  /** Whether a studio is gone that the open customer may belong to. */
  function isMoved(before: readonly StudioRef[]): boolean {
    const now = new Set(refs());
    return before.some((ref) => !now.has(ref));
  }

  function refs(): StudioRef[] {
    return connection.studios().map(({ ref }) => ref);
  }

  function inTurn<T>(change: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> {
    const next = lastChange.then(async () => {
      onChanging();
      const before = refs();
      const outcome = await change();
      onChanged(isMoved(before));
      return outcome;
    });
    lastChange = next.catch(() => undefined);
    return next;
  }

  return {
    'connection:connect': (input) => inTurn(() => connection.connect(input)),
    'connection:resume': () => inTurn(() => connection.resume()),
    'connection:explore-demo': () => inTurn(() => connection.exploreDemo()),
    'connection:remove': ({ studio }) =>
      inTurn(async () => {
        const studios = connection.studios();
        // SECURITY: resolving the proxy of an address looks its host up. A page must not choose one.
        const removed = studios.find(({ ref }) => ref === studio);
        if (!removed) return succeed(connection.status());
        const { ref, address } = removed;
        const others = studios.filter((each) => each.address === address && each.ref !== ref);
        const forgotten = others.length > 0 ? succeed(null) : await forgetProxy(address);
        return forgotten.ok ? connection.remove(ref) : forgotten;
      }),
    'connection:rename': ({ studio, name }) => connection.rename(studio, name),
    'connection:test': ({ studio }) => testConnection(studio),
    'connection:sign-in-proxy': (input) => signInProxy(input),
    'import:read': ({ text, brand }) => studioImport.read(text, brand),
    async 'import:choose-file'({ brand }) {
      // SECURITY: one dialog at a time, however often a page asks for it.
      choice ??= chooseStudioFile().finally(() => {
        choice = undefined;
      });
      const text = await choice;
      if (!text.ok) return text;
      return text.value === undefined ? succeed([]) : studioImport.read(text.value, brand);
    },
    'import:connect': ({ names }) => inTurn(async () => succeed(await studioImport.connect(names))),
    'import:clear'() {
      studioImport.clear();
      return succeed(null);
    },
  };
}
