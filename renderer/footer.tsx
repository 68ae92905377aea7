import { useStore } from 'zustand';
import type { Connection } from '../preload/contract/calls';
import { KeyHint } from './components/key-hint';
import { useKeyOf } from './components/platform';
import styles from './console.module.css';
import type { Desk } from './desk/desk';
import { HealthLine } from './features/health/health-line';
import { PhoneIndexLine } from './features/phone-index/phone-index-line';
import { UpdateNotice } from './features/updates/update-notice';
import type { FixedActions } from './fixed-actions';
import { formatTime } from './format/date';
import type { Messages } from './messages/en';
import { useLanguage } from './messages/language';
import { useDataAge } from './use-data-age';

/** Footer: age of the data, connection, health of the endpoints, and the shortcuts that list all others. */
export function Footer({ desk, actions }: { desk: Desk; actions: FixedActions }) {
  const { messages, locale } = useLanguage();
  const words = messages.console;
  const { stores, start } = desk;
  const connection = useStore(stores.connection, (state) => state.connection);
  const asOf = useDataAge(desk);
  return (
    <footer className={`${styles.footer} number`}>
      <span className={styles.asOf}>{asOf !== undefined && words.asOf(formatTime(asOf, locale))}</span>
      {connection.mode === 'demo' ? (
        <span className={styles.demo} title={words.demoHint}>
          {words.demo}
        </span>
      ) : (
        <span className={styles.address}>{placeOf(connection, messages)}</span>
      )}
      <HealthLine store={stores.health} onOpen={actions.diagnostics} />
      <PhoneIndexLine
        store={stores.phoneIndex}
        className={`${styles.link} ${styles.phoneIndex}`}
        onOpen={actions.settings}
      />
      <span className={styles.keys}>
        <Key action="keys" actions={actions} word={words.keysKey} />
        <Key action="palette" actions={actions} word={words.paletteKey} />
        <Key action="diagnostics" actions={actions} word={words.diagnosticsKey} />
      </span>
      <UpdateNotice store={stores.updates} className={styles.update} />
      <Key action="settings" actions={actions} word={words.settings} />
      <span>{start.version}</span>
    </footer>
  );
}

/** The host of the studio, or how many studios there are. */
function placeOf({ studios, address }: Connection, messages: Messages): string {
  const [only, another] = studios;
  if (another) return messages.studios.heading(studios.length);
  const place = only?.address ?? address;
  return place === undefined ? '' : new URL(place).host;
}

function Key(props: { action: keyof FixedActions; actions: FixedActions; word: string }) {
  const { action, actions, word } = props;
  const { hint, aria } = useKeyOf(action);
  return (
    <button type="button" className={styles.link} aria-keyshortcuts={aria} onClick={actions[action]}>
      <KeyHint>{hint ?? ''}</KeyHint> {word}
    </button>
  );
}
