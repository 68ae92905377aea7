import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions';
import { Announcer } from './announcer';
import { Button } from './components/button';
import { Wordmark } from './components/wordmark';
import styles from './console.module.css';
import type { Desk } from './desk/desk';
import { AccountPanel } from './features/account/account-panel';
import { BookingsTable } from './features/account/bookings-table';
import { CallTimer } from './features/call/call-timer';
import { Recents } from './features/call/recents';
import { CustomerHeader, type Maskable } from './features/customer/customer-header';
import { DiagnosticsPanel } from './features/diagnostics/diagnostics-panel';
import { HealthTable } from './features/health/health-table';
import { Results, Welcome } from './features/search/results';
import { SearchBox } from './features/search/search-box';
import { VerificationPanel } from './features/verification/verification-panel';
import { isVerified, type VerificationState } from './features/verification/verification-store';
import { Footer } from './footer';
import { useKeyboard } from './keyboard';
import { known } from './loadable';
import { useLanguage } from './messages/language';
import { Notices } from './notices';
import { Overlays } from './overlays';
import { useActions } from './use-actions';
import { useClipboard } from './use-clipboard';

/** The desk: search on top, results on the left, the customer in the middle, diagnostics on the right. */
export function Console({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const { stores, start } = desk;
  const input = useRef<HTMLInputElement>(null);
  const actions = useActions(desk, input);
  useKeyboard(start.platform, actions);
  useClipboard(desk, input);
  const openId = useStore(stores.customer, (state) => state.key);
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const overlay = useStore(stores.overlay, (state) => state.open);

  // A button that goes takes the focus with it; typing must not fall into nothing.
  useEffect(() => {
    if (document.activeElement === document.body) input.current?.focus();
  });

  const openReadings = (open: boolean) => stores.overlay.setState({ open: open ? 'readings' : undefined });
  const diagnosing = useStore(stores.diagnostics, (state) => state.open);
  return (
    <div className={`${styles.console} ${diagnosing ? styles.diagnosing : ''}`}>
      <header className={styles.top} data-region>
        <div className={styles.mark}>
          <Wordmark />
        </div>
        <SearchBox
          store={stores.search}
          input={input}
          picking={overlay === 'readings'}
          onPicking={openReadings}
        />
        <div className={styles.call}>
          <CallTimer store={stores.call} />
          <Button action="newCall" onClick={actions.newCall}>
            {messages.console.newCall}
          </Button>
        </div>
      </header>
      <Notices desk={desk} actions={actions} />
      <aside className={styles.results} aria-label={messages.search.list} tabIndex={-1} data-region>
        <Results store={stores.search} openId={openId} onReadAs={() => openReadings(true)}>
          <Recents store={stores.call} openId={openId} onOpen={desk.openRecent} />
        </Results>
      </aside>
      <main className={styles.main}>
        {openId === undefined ? (
          <Welcome store={stores.search} demo={mode === 'demo'} />
        ) : (
          <OpenCustomer desk={desk} openId={openId} actions={actions} />
        )}
      </main>
      {diagnosing && (
        <DiagnosticsPanel
          store={stores.diagnostics}
          failures={desk.failures()}
          version={start.version}
          personal={desk.personal}
          traces={start.traces}
          onRetry={desk.retry}
        >
          <HealthTable store={stores.health} version={start.version} />
        </DiagnosticsPanel>
      )}
      <Footer desk={desk} actions={actions} />
      <Overlays desk={desk} actions={actions} />
      <Announcer desk={desk} />
    </div>
  );
}

/** Who is on the desk, and their money once the caller has shown who they are. */
function OpenCustomer({ desk, openId, actions }: { desk: Desk; openId: string; actions: Actions }) {
  const { messages } = useLanguage();
  const { stores, start } = desk;
  const customer = known(useStore(stores.customer, (state) => state.content))?.value;
  const found = useStore(stores.found);
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const offline = useStore(stores.online, (state) => state.offline) && mode !== 'demo';
  const verification = useStore(stores.verification);
  const maskContact = useStore(stores.settings, (state) => state.preferences.maskContact);
  const masked = useMemo(() => maskedFields(verification, maskContact), [verification, maskContact]);
  const elsewhere = useStore(
    stores.search,
    ({ answer, hits }) =>
      (answer.state === 'ready' && hits.every((hit) => hit.customer.id !== openId)) ||
      answer.state === 'failed',
  );
  const { passed } = verification;
  return (
    <>
      <section aria-label={messages.customer.region} tabIndex={-1} data-region>
        <CustomerHeader
          store={stores.customer}
          matchedBy={found.by}
          showStudio={found.scope === 'chain'}
          fromBefore={elsewhere}
          masked={masked}
          verifiedBy={passed && messages.verification.passed(messages.verification.factors[passed])}
          onReveal={() => actions.reveal?.()}
          onRefresh={() => actions.refresh?.()}
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
        {!isVerified(verification) && customer ? (
          <VerificationPanel store={stores.verification} customer={customer} />
        ) : (
          <>
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
              timeline={stores.timeline}
              onDetails={(period) => stores.diagnostics.getState().shown(period)}
            />
          </>
        )}
      </section>
    </>
  );
}

/** What of the head is masked now: what the caller is to be asked for, and contact data where that is wanted. */
function maskedFields(verification: VerificationState, maskContact: boolean): ReadonlySet<Maskable> {
  if (verification.revealed) return new Set();
  const asked = isVerified(verification) ? [] : verification.factors;
  const places: Record<(typeof asked)[number], Maskable> = {
    dateOfBirth: 'dateOfBirth',
    postcode: 'address',
    customerNumber: 'customerNumber',
  };
  return new Set([
    ...asked.map((factor) => places[factor]),
    ...(maskContact ? (['contact', 'address'] as const) : []),
  ]);
}
