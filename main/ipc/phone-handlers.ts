import { fail, succeed } from '../../preload/contract/problem';
import type { Studio } from '../../preload/contract/studio';
import type { PhoneIndexer } from '../phone-index/phone-indexer';
import type { Handlers } from './register-handlers';

/** What the handlers of telephone numbers work with. */
export interface PhoneServices {
  phoneIndex: PhoneIndexer;
  connection: { studios: () => Studio[] };
}

type PhoneChannel = Extract<keyof Handlers, `phone:${string}`>;

/** Handlers of the telephone index, of calls and of dialling. */
export function createPhoneHandlers({ phoneIndex, connection }: PhoneServices): Pick<Handlers, PhoneChannel> {
  return {
    'phone:index': () => succeed(phoneIndex.state()),
    'phone:make-index'({ studios }) {
      phoneIndex.make(studios === 'all' ? connection.studios().map(({ ref }) => ref) : studios);
      return succeed(null);
    },
    'phone:stop-index'() {
      phoneIndex.stop();
      return succeed(null);
    },
    'phone:forget-index'() {
      phoneIndex.forget();
      return succeed(null);
    },
    'phone:identify': () => succeed(null),
    'phone:numbers': () => succeed([]),
    'phone:dial': () => fail({ kind: 'invalidInput', detail: 'phone:dial' }),
  };
}
