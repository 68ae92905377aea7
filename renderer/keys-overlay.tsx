import { type Action, keyHint, type Platform } from './actions';
import { Dialog } from './components/dialog';
import { KeyHint } from './components/key-hint';
import styles from './keys-overlay.module.css';
import type { Messages } from './messages/en';
import { useLanguage } from './messages/language';

/** Group of each action in the overlay; an action without a group does not compile. */
const groupOf: Record<Action, keyof Messages['keys']['groups']> = {
  search: 'find',
  readAs: 'find',
  scope: 'find',
  cardFormat: 'find',
  phoneIndex: 'find',
  takeLookup: 'find',
  dismissLookup: 'find',
  newCall: 'call',
  hold: 'call',
  back: 'call',
  forward: 'call',
  reveal: 'call',
  verifyFirst: 'call',
  verifySecond: 'call',
  verifyThird: 'call',
  refresh: 'account',
  copySummary: 'account',
  copyExplanation: 'account',
  bookings: 'account',
  contracts: 'account',
  overdueFirst: 'account',
  earlier: 'account',
  later: 'account',
  copyRows: 'account',
  copyTable: 'account',
  diagnostics: 'failures',
  retry: 'failures',
  copyReport: 'failures',
  copyTrace: 'failures',
  copyCalls: 'failures',
  palette: 'window',
  keys: 'window',
  nextRegion: 'window',
  previousRegion: 'window',
  settings: 'window',
  zoomIn: 'window',
  zoomOut: 'window',
  zoomReset: 'window',
};

/** Overlay with all shortcuts (F1). */
export function KeysOverlay(props: {
  platform: Platform;
  /** Actions that the policy has switched off. */
  off: readonly Action[];
  onClose: () => void;
}) {
  const { platform, off, onClose } = props;
  const { messages } = useLanguage();
  const words = messages.keys;
  const groups = Object.keys(words.groups) as (keyof typeof words.groups)[];
  const actions = Object.keys(groupOf) as Action[];
  return (
    <Dialog label={words.heading} look="wide" closeWords={messages.diagnostics.close} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area has to be reachable to be scrolled by keys. */}
      <div className={styles.groups} tabIndex={0} role="group" aria-label={words.heading}>
        {groups.map((group) => (
          <section key={group}>
            <h2 className={styles.title}>{words.groups[group]}</h2>
            <dl>
              {actions
                .filter((action) => groupOf[action] === group)
                .map((action) => (
                  <Row
                    key={action}
                    keys={keyHint(action, platform, messages.keyboard.control)}
                    what={
                      off.includes(action) ? words.isOff(messages.actions[action]) : messages.actions[action]
                    }
                  />
                ))}
              {words.inPlace[group]?.map(([keys, what]) => (
                <Row key={keys} keys={keys} what={what} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ keys, what }: { keys: string; what: string }) {
  return (
    <div className={styles.row}>
      <dt>{what}</dt>
      <dd>
        <span className="visually-hidden">{keys}</span>
        <KeyHint>{keys}</KeyHint>
      </dd>
    </div>
  );
}
