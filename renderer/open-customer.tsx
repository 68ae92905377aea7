import { Fragment, type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { Columns } from './columns';
import { areSeveral, studioName, useStudios } from './components/studios';
import styles from './console.module.css';
import { copySummary } from './copy-summary';
import type { Desk } from './desk/desk';
import { isFromEarlierSearch } from './desk/earlier-search';
import { CallHistory } from './features/call/call-history';
import { CustomerHeader } from './features/customer/customer-header';
import { EarlierCustomer } from './features/customer/earlier-customer';
import { AccessAlert } from './features/restrictions/access-alert';
import { readings } from './features/search/recognise';
import { Welcome } from './features/search/results';
import { VerificationPanel } from './features/verification/verification-panel';
import { isVerified } from './features/verification/verification-store';
import { isFirstLoad, known } from './loadable';
import { maskedFields } from './masked-fields';
import { useLanguage } from './messages/language';
import { panels } from './panels';
import { ScrollingPanel } from './scrolling-panel';

/**
 * The open customer, and the panels about them once the caller is verified. After a search that did not find them, one line
 * of them stays.
 */
export function OpenCustomer({
  desk,
  openKey,
  children,
}: {
  desk: Desk;
  openKey: string;
  /** Shown between the customer and the panels. */
  children?: ReactNode;
}) {
  const { messages } = useLanguage();
  const { stores } = desk;
  const customer = known(useStore(stores.customer, (state) => state.content))?.value;
  const verification = useStore(stores.verification);
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const collapsed = useStore(stores.found, (state) => state.collapsed);
  const offline = useStore(stores.online, (state) => state.offline) && mode !== 'demo';
  if (collapsed)
    return (
      <>
        <section aria-label={messages.customer.region} tabIndex={-1} data-region>
          <EarlierCustomer
            store={stores.customer}
            isNumberMasked={maskedFields(verification, false).has('customerNumber')}
            onShow={desk.back}
          />
        </section>
        <Welcome store={stores.search} demo={mode === 'demo'} />
      </>
    );
  return (
    <>
      <CallHistory store={stores.call} onBack={desk.back} onForward={desk.forward} />
      <section aria-label={messages.customer.region} tabIndex={-1} data-region>
        <Header desk={desk} openKey={openKey} />
      </section>
      {children}
      <section
        className={styles.account}
        data-stale={offline || undefined}
        aria-label={messages.account.region}
        tabIndex={-1}
        data-region
      >
        <AccessAlert key={openKey} store={stores.customer} showsReasons={isVerified(verification)} />
        {!isVerified(verification) && customer ? (
          <VerificationPanel
            key={openKey}
            store={stores.verification}
            customer={customer}
            datesOf={datesOf}
          />
        ) : (
          <Panels key={`panels ${openKey}`} desk={desk} />
        )}
      </section>
    </>
  );
}

/** The panels about a verified caller. */
function Panels({ desk }: { desk: Desk }) {
  const { messages } = useLanguage();
  const { stores } = desk;
  // A customer whose home studio has no key here has no bookings and contracts to show; the account panel says why.
  const hasKey = useStore(stores.customer, (state) => state.key?.via === undefined);
  const hasNoBalance = useStore(stores.account, ({ content }) => isFirstLoad(content));
  const hasNoBookings = useStore(stores.past, ({ content }) => isFirstLoad(content));
  const columns = panels.flatMap(({ name, tab, render }) =>
    tab ? [{ name, label: tab(messages), content: render(desk) }] : [],
  );
  return (
    <>
      {panels.map(({ name, tab, render }) => !tab && <Fragment key={name}>{render(desk)}</Fragment>)}
      {hasKey && (
        <ScrollingPanel isLoading={hasNoBalance || hasNoBookings}>
          <Columns store={stores.columns} label={messages.account.panels} panels={columns} />
        </ScrollingPanel>
      )}
    </>
  );
}

function Header({ desk, openKey }: { desk: Desk; openKey: string }) {
  const language = useLanguage();
  const { messages } = language;
  const { stores } = desk;
  const found = useStore(stores.found);
  const studios = useStudios();
  const ref = useStore(stores.customer, (state) => state.key);
  const scope = useStore(stores.search, (state) => state.scope);
  const showStudio = areSeveral(studios) || scope === 'chain' || ref?.via !== undefined;
  const verification = useStore(stores.verification);
  const maskContact = useStore(stores.settings, (state) => state.preferences.maskContact);
  const masked = useMemo(() => maskedFields(verification, maskContact), [verification, maskContact]);
  const isEarlier = useStore(stores.search, (search) => isFromEarlierSearch(search, openKey));
  const { passed, overridden, factors } = verification;
  const words = messages.verification;
  return (
    <CustomerHeader
      store={stores.customer}
      matchedBy={found.by}
      typed={found.typed}
      studioName={ref && showStudio ? studioName(ref.studio, studios, messages) : undefined}
      isFromEarlierSearch={isEarlier}
      masked={masked}
      verifiedBy={
        passed
          ? words.passed(words.factors[passed])
          : overridden && factors.length > 0
            ? words.overridden
            : undefined
      }
      dialling={desk.dialling}
      onReveal={() => stores.verification.getState().revealPressed()}
      onCopySummary={() => copySummary(desk, studios, language)}
      onRefresh={() => void desk.refresh()}
    />
  );
}

/** Days that a text can mean, as the search box reads it. */
const datesOf = (text: string): string[] =>
  readings(text).flatMap((reading) => ('date' in reading && reading.date ? [reading.date] : []));
