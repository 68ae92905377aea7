import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Announcer } from './announcer';
import { AsOf } from './components/as-of';
import { Button } from './components/button';
import { KeyHint } from './components/key-hint';
import { Notice } from './components/notice';
import { Wordmark } from './components/wordmark';
import styles from './console.module.css';
import type { Desk } from './desk';
import { AccountPanel } from './features/account/account-panel';
import { BookingsTable } from './features/account/bookings-table';
import { KeyPrompt } from './features/connection/key-prompt';
import { CustomerHeader } from './features/customer/customer-header';
import { DiagnosticsPanel, shownFailure } from './features/diagnostics/diagnostics-panel';
import { errorReport } from './features/diagnostics/report';
import { HealthLine } from './features/health/health-line';
import { HealthTable } from './features/health/health-table';
import { Results, Welcome } from './features/search/results';
import { SearchBox } from './features/search/search-box';
import { formatTime } from './format/date';
import { type Action, focusRegion, keyHint, useKeyboard } from './keyboard';
import { known } from './loadable';
import { useLanguage } from './messages/language';

/** The desk: search on top, results on the left, the customer in the middle, diagnostics on the right. */
export function Console({ desk }: { desk: Desk }) {
  const language = useLanguage();
  const { messages } = language;
  const { stores, start } = desk;
  const input = useRef<HTMLInputElement>(null);
  const openId = useStore(stores.customer, (state) => state.key);
  const matchedBy = useStore(stores.found, (state) => state.by);
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const offline = useStore(stores.online, (state) => state.offline) && mode !== 'demo';
  const diagnosing = useStore(stores.diagnostics, (state) => state.open);
  // The drawer reads the failures of all panels; each of these re-renders it when one changes.
  const answer = useStore(stores.search, (state) => state.answer);
  useStore(stores.customer, (state) => state.content);
  useStore(stores.account, (state) => state.content);
  useStore(stores.bookings);
  const elsewhere =
    (answer.state === 'ready' && answer.value.hits.every(({ customer }) => customer.id !== openId)) ||
    answer.state === 'failed';
  const failures = desk.failures();
  const hint = (action: Action) => keyHint(action, start.platform);

  const actions = useMemo((): Record<Action, () => void> => {
    const focusSearch = () => {
      input.current?.focus();
      input.current?.select();
    };
    return {
      search: focusSearch,
      refresh: () => void desk.refresh(),
      nextRegion: () => focusRegion(1),
      previousRegion: () => focusRegion(-1),
      diagnostics: () => stores.diagnostics.getState().toggled(),
      copyReport: () => {
        const failure = shownFailure(desk.failures(), stores.diagnostics.getState().source);
        if (!failure) return;
        stores.diagnostics.getState().shown(failure[0]);
        const report = errorReport(failure[1], start.version, desk.personal(), language);
        void stores.diagnostics.getState().copyRequested('report', report);
      },
      newCall: () => {
        desk.newCall();
        focusSearch();
      },
      connection: () => stores.connection.getState().screenOpened(),
    };
  }, [desk, stores, start.version, language]);
  useKeyboard(start.platform, actions);

  // A button that goes takes the focus with it; typing must not fall into nothing.
  useEffect(() => {
    if (document.activeElement === document.body) input.current?.focus();
  });

  return (
    <div className={`${styles.console} ${diagnosing ? styles.diagnosing : ''}`}>
      <header className={styles.top} data-region>
        <div className={styles.mark}>
          <Wordmark />
        </div>
        <SearchBox store={stores.search} input={input} keyHint={hint('search')} />
        <Button
          className={styles.newCall}
          keyHint={hint('newCall')}
          aria-keyshortcuts="Control+Shift+X"
          onClick={actions.newCall}
        >
          {messages.console.newCall}
        </Button>
      </header>
      <Notices desk={desk} />
      <aside className={styles.results} aria-label={messages.search.list} tabIndex={-1} data-region>
        <Results store={stores.search} openId={openId} />
      </aside>
      <main className={styles.main}>
        {openId === undefined ? (
          <Welcome store={stores.search} demo={mode === 'demo'} />
        ) : (
          <>
            <section aria-label={messages.customer.region} tabIndex={-1} data-region>
              <CustomerHeader
                store={stores.customer}
                matchedBy={matchedBy}
                fromBefore={elsewhere}
                onRefresh={actions.refresh}
                onDetails={() => stores.diagnostics.getState().shown('customer')}
              />
            </section>
            <section
              className={styles.account}
              data-stale={offline || undefined}
              aria-label={messages.account.region}
              tabIndex={-1}
              data-region
            >
              <AccountPanel
                key={openId}
                store={stores.account}
                bookings={stores.bookings}
                balanceSign={start.balanceSign}
                onDetails={() => stores.diagnostics.getState().shown('account')}
              />
              <BookingsTable
                key={`bookings-${openId}`}
                store={stores.bookings}
                onDetails={(period) => stores.diagnostics.getState().shown(period)}
              />
            </section>
          </>
        )}
      </main>
      {diagnosing && (
        <DiagnosticsPanel
          store={stores.diagnostics}
          failures={failures}
          version={start.version}
          personal={desk.personal}
          reportKey={hint('copyReport')}
          onRetry={desk.retry}
        >
          <HealthTable store={stores.health} version={start.version} />
        </DiagnosticsPanel>
      )}
      <Footer desk={desk} hint={hint} onConnection={actions.connection} />
      <Announcer desk={desk} />
    </div>
  );
}

/** What is to be said about the whole window, under its head. */
function Notices({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const words = messages.console;
  const { stores, start } = desk;
  const offline = useStore(stores.online, (state) => state.offline);
  const demo = useStore(stores.connection, (state) => state.connection.mode === 'demo');
  const asOf = useOldest(desk);
  const [recovered, setRecovered] = useState(start.recovered === true);
  return (
    <div className={styles.notices}>
      <KeyPrompt store={stores.connection} />
      {offline && !demo && (
        <Notice label={words.network}>
          <strong>{words.offline}</strong> {asOf === undefined ? words.offlineHint : <AsOf time={asOf} />}
        </Notice>
      )}
      {recovered && (
        <Notice
          label={words.recovery}
          actions={
            <Button look="quiet" onClick={() => setRecovered(false)}>
              {messages.diagnostics.close}
            </Button>
          }
        >
          <strong>{words.recovered}</strong> {start.lookup ? words.recoveredCustomer : words.recoveredEmpty}
        </Notice>
      )}
    </div>
  );
}

/** None of the money on screen is older than this; undefined while there is none. */
function useOldest({ stores }: Desk): number | undefined {
  const account = known(useStore(stores.account, (state) => state.content));
  const { past, upcoming } = useStore(stores.bookings);
  const bookings = [past, upcoming].map(({ content }) => known(content)?.asOf ?? Number.POSITIVE_INFINITY);
  return account && Math.min(account.asOf, ...bookings);
}

function Footer(props: { desk: Desk; hint: (action: Action) => string; onConnection: () => void }) {
  const { messages, locale } = useLanguage();
  const words = messages.console;
  const { stores, start } = props.desk;
  const connection = useStore(stores.connection, (state) => state.connection);
  const asOf = useOldest(props.desk);
  return (
    <footer className={`${styles.footer} number`}>
      {asOf !== undefined && <span>{words.asOf(formatTime(asOf, locale))}</span>}
      {connection.mode === 'demo' ? (
        <span className={styles.demo} title={words.demoHint}>
          {words.demo}
        </span>
      ) : (
        <span className={styles.address}>{connection.address && new URL(connection.address).host}</span>
      )}
      <button
        type="button"
        className={styles.link}
        aria-keyshortcuts="Control+Comma"
        onClick={props.onConnection}
      >
        {words.connection} <KeyHint>{props.hint('connection')}</KeyHint>
      </button>
      <HealthLine store={stores.health} onOpen={() => stores.diagnostics.getState().toggled()} />
      <span className={styles.keys}>
        {[
          [props.hint('search'), words.searchKey],
          [props.hint('nextRegion'), words.regionKey],
          [props.hint('diagnostics'), words.diagnosticsKey],
        ].map((pair) => (
          <span key={pair[0]}>{pair.join(' ')}</span>
        ))}
      </span>
      <span>{start.version}</span>
    </footer>
  );
}
