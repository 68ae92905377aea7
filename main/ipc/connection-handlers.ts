import type { ConnectionTest, ProxySignIn } from '../../preload/contract/calls';
import type { Outcome } from '../../preload/contract/problem';
import type { ConnectionService } from '../connection/connection';
import type { Handlers } from './register-handlers';

/** What the handlers of the connection work with. */
export interface ConnectionServices {
  connection: ConnectionService;
  testConnection: () => Promise<Outcome<ConnectionTest>>;
  signInProxy: (input: ProxySignIn) => Promise<Outcome<null>>;
  forgetProxy: () => Promise<Outcome<null>>;
}

type ConnectionChannel = Extract<keyof Handlers, `connection:${string}`>;

/**
 * Handlers that change the connection, one change at a time.
 *
 * @param onChanging called before each change: no answer from one studio may appear under another
 * @param onMoved called when another studio or the demo data is connected
 */
export function createConnectionHandlers(
  { connection, testConnection, signInProxy, forgetProxy }: ConnectionServices,
  onChanging: () => void,
  onMoved: () => void,
): Pick<Handlers, ConnectionChannel> {
  let lastChange: Promise<unknown> = Promise.resolve();

  function identity(): string {
    const { mode, address } = connection.status();
    return `${mode} ${address}`;
  }

  function inTurn<T>(change: () => Promise<Outcome<T>> | Outcome<T>): Promise<Outcome<T>> {
    const next = lastChange.then(async () => {
      onChanging();
      const before = identity();
      const outcome = await change();
      if (identity() !== before) onMoved();
      return outcome;
    });
    lastChange = next.catch(() => undefined);
    return next;
  }

  return {
    'connection:connect': (input) => inTurn(() => connection.connect(input)),
    'connection:resume': () => inTurn(() => connection.resume()),
    'connection:explore-demo': () => inTurn(() => connection.exploreDemo()),
    'connection:forget': () =>
      inTurn(async () => {
        const forgotten = await forgetProxy();
        return forgotten.ok ? connection.forget() : forgotten;
      }),
    'connection:test': () => testConnection(),
    'connection:sign-in-proxy': (input) => signInProxy(input),
  };
}
