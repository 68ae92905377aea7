import { useRef, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { CallRecord } from '../../../preload/contract/call-record';
import { foldName } from '../../../preload/contract/fold-name';
import type { Studio } from '../../../preload/contract/studio';
import { Button } from '../../components/button';
import { useFocusAtMount } from '../../components/focus-at-mount';
import { areSeveral } from '../../components/studios';
import { formatTime } from '../../format/date';
import { useLanguage } from '../../messages/language';
import { testedWords } from './connect-screen';
import type { ConnectionState } from './connection-store';
import styles from './studios.module.css';

/** Number of studios from which the list can be filtered. */
const filteredFrom = 50;

/** The studios of this desk, each with the result of its last test and what can be done with it. */
export function StudioSection(props: {
  store: StoreApi<ConnectionState>;
  /** The last API calls, oldest first. */
  calls: readonly CallRecord[];
  onAdd: () => void;
}) {
  const { store, onAdd } = props;
  const { messages, locale } = useLanguage();
  const words = messages.studios;
  const { studios, mode } = useStore(store, (state) => state.connection);
  const [filter, setFilter] = useState('');
  const byName = new Intl.Collator(locale, { numeric: true });
  const shown = studios
    .filter((studio) => isMatch(studio, filter))
    .sort((a, b) => byName.compare(a.name, b.name));
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.heading(studios.length)}</h2>
        {mode !== 'demo' && <Button onClick={onAdd}>{words.addMany}</Button>}
      </div>
      {studios.length >= filteredFrom && (
        <input
          className={styles.filter}
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {shown.length === 0 && filter !== '' && <p className="muted">{messages.where.none(filter)}</p>}
      <ul aria-label={words.list} className={styles.list}>
        {shown.map((studio) => (
          <StudioItem
            key={studio.ref}
            store={store}
            studio={studio}
            lastCall={props.calls.findLast((call) => call.studio === studio.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function isMatch({ name, address, id }: Studio, filter: string): boolean {
  return foldName([name, address, id].join(' ')).includes(foldName(filter.trim()));
}

function StudioItem(props: {
  store: StoreApi<ConnectionState>;
  studio: Studio;
  lastCall: CallRecord | undefined;
}) {
  const { messages, locale } = useLanguage();
  const { store, studio, lastCall } = props;
  const words = messages.studios;
  const state = useStore(store);
  const tested = state.tested[studio.ref];
  const isLive = state.connection.mode === 'live';
  const isOneOfSeveral = areSeveral(state.connection.studios);
  const [name, setName] = useState<string>();
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        {name === undefined ? (
          <span className={styles.studioName}>{studio.name}</span>
        ) : (
          <form
            className={styles.rename}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') void state.renamed(studio.ref, name.trim());
              setName(undefined);
            }}
          >
            <NameField label={words.nameOf(studio.name)} name={name} onChange={setName} />
            <Button type="submit">{words.saveName}</Button>
          </form>
        )}
        <span className="muted small id">
          {studio.address} · {studio.id}
        </span>
        {lastCall && (
          <span className="muted small">
            {words.lastCall(
              formatTime(Date.parse(lastCall.startedAt), locale, 'minute'),
              lastCall.problem ? messages.problems[lastCall.problem].title : words.answered,
            )}
          </span>
        )}
        <span role="status" className={`${styles.tested} small`}>
          {/* With one studio, the form above shows the result. */}
          {isOneOfSeveral && tested && testedWords(tested, messages)}
        </span>
      </div>
      {isLive && (
        <div className={styles.itemActions}>
          <Button look="quiet" onClick={() => void state.testPressed(studio.ref)} aria-disabled={state.busy}>
            <Named word={words.test} name={studio.name} />
          </Button>
          <Button look="quiet" onClick={() => state.replacePressed(studio.ref)}>
            <Named word={words.replaceKey} name={studio.name} />
          </Button>
          {studio.ownName && (
            <Button look="quiet" onClick={() => setName(studio.name)}>
              <Named word={words.rename} name={studio.name} />
            </Button>
          )}
          <Button look="quiet" onClick={() => void state.removePressed(studio.ref)}>
            <Named
              word={state.confirming === studio.ref ? words.removeSure : words.remove}
              name={studio.name}
            />
          </Button>
        </div>
      )}
    </li>
  );
}

/** Text of a button that a screen reader reads with the name of its studio. */
function Named({ word, name }: { word: string; name: string }) {
  return (
    <>
      {word}
      <span className="visually-hidden"> {name}</span>
    </>
  );
}

/** Takes the focus, because it appears when its button is pressed. */
function NameField(props: { label: string; name: string; onChange: (name: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useFocusAtMount(input);
  return (
    <input
      ref={input}
      className={styles.name}
      aria-label={props.label}
      value={props.name}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
