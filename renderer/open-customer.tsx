import { Fragment, type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions';
import { Columns } from './columns';
import type { Maskable } from './components/masking';
import { areSeveral, studioName, useStudios } from './components/studios';
import styles from './console.module.css';
import type { Desk } from './desk/desk';
import { isFromEarlierSearch } from './desk/earlier-search';
import { CallHistory } from './features/call/call-history';
import { CustomerHeader } from './features/customer/customer-header';
import { EarlierCustomer } from './features/customer/earlier-customer';
import { AccessAlert } from './features/restrictions/access-alert';
import { readings } from './features/search/recognise';
import { Welcome } from './features/search/results';
import { VerificationPanel } from './features/verification/verification-panel';
import { isVerified, type VerificationState } from './features/verification/verification-store';
import { isFirstLoad, known } from './loadable';
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
  actions,
  children,
}: {
  desk: Desk;
  openKey: string;
  actions: Actions;
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
      <CallHistory store={stores.call} onBack={actions.back} onForward={actions.forward} />
      <section aria-label={messages.customer.region} tabIndex={-1} data-region>
        <Header desk={desk} openKey={openKey} actions={actions} />
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

function Header({ desk, openKey, actions }: { desk: Desk; openKey: string; actions: Actions }) {
  const { messages } = useLanguage();
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
      onReveal={() => actions.reveal?.()}
      onCopySummary={() => actions.copySummary?.()}
      onRefresh={() => actions.refresh?.()}
    />
  );
}

/** Days that a text can mean, as the search box reads it. */
const datesOf = (text: string): string[] =>
  readings(text).flatMap((reading) => ('date' in reading && reading.date ? [reading.date] : []));

const fieldOfFactor: Record<VerificationState['factors'][number], Maskable> = {
  dateOfBirth: 'dateOfBirth',
  postcode: 'address',
  customerNumber: 'customerNumber',
  address: 'address',
  email: 'contact',
};

/** What lists of customers mask: their callers are not verified. */
export function maskedInLists(verification: VerificationState, maskContact: boolean): ReadonlySet<Maskable> {
  return maskedFields(
    { ...verification, passed: undefined, overridden: false, revealed: false },
    maskContact,
  );
}

/** Fields of the header that are masked: those that the caller is to be asked for, and contact data where the settings say so. */
export function maskedFields(verification: VerificationState, maskContact: boolean): ReadonlySet<Maskable> {
  if (verification.revealed) return new Set();
  const asked = isVerified(verification) ? [] : verification.factors;
  return new Set([
    ...asked.map((factor) => fieldOfFactor[factor]),
    ...(maskContact ? (['contact', 'address'] as const) : []),
  ]);
}
