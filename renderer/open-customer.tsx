import { Fragment, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Actions } from './actions';
import styles from './console.module.css';
import type { Desk } from './desk/desk';
import { CustomerHeader, type Maskable } from './features/customer/customer-header';
import { VerificationPanel } from './features/verification/verification-panel';
import { isVerified, type VerificationState } from './features/verification/verification-store';
import { known } from './loadable';
import { useLanguage } from './messages/language';
import { panels } from './panels';

/** The open customer, and the panels about them once the caller is verified. */
export function OpenCustomer({ desk, openId, actions }: { desk: Desk; openId: string; actions: Actions }) {
  const { messages } = useLanguage();
  const { stores } = desk;
  const customer = known(useStore(stores.customer, (state) => state.content))?.value;
  const verification = useStore(stores.verification);
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const offline = useStore(stores.online, (state) => state.offline) && mode !== 'demo';
  const showFailure = stores.diagnostics.getState().shown;
  return (
    <>
      <section aria-label={messages.customer.region} tabIndex={-1} data-region>
        <Header desk={desk} openId={openId} actions={actions} />
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
          panels.map(({ name, render }) => (
            <Fragment key={`${name} ${openId}`}>{render(desk, showFailure)}</Fragment>
          ))
        )}
      </section>
    </>
  );
}

function Header({ desk, openId, actions }: { desk: Desk; openId: string; actions: Actions }) {
  const { messages } = useLanguage();
  const { stores } = desk;
  const found = useStore(stores.found);
  const verification = useStore(stores.verification);
  const maskContact = useStore(stores.settings, (state) => state.preferences.maskContact);
  const masked = useMemo(() => maskedFields(verification, maskContact), [verification, maskContact]);
  const isFromEarlierSearch = useStore(
    stores.search,
    ({ answer, hits }) =>
      (answer.state === 'ready' && hits.every((hit) => hit.customer.id !== openId)) ||
      answer.state === 'failed',
  );
  const { passed } = verification;
  return (
    <CustomerHeader
      store={stores.customer}
      matchedBy={found.by}
      showStudio={found.scope === 'chain'}
      isFromEarlierSearch={isFromEarlierSearch}
      masked={masked}
      verifiedBy={passed && messages.verification.passed(messages.verification.factors[passed])}
      onReveal={() => actions.reveal?.()}
      onRefresh={() => actions.refresh?.()}
      onDetails={() => stores.diagnostics.getState().shown('customer')}
    />
  );
}

const fieldOfFactor: Record<VerificationState['factors'][number], Maskable> = {
  dateOfBirth: 'dateOfBirth',
  postcode: 'address',
  customerNumber: 'customerNumber',
};

/** Fields of the header that are masked: those that the caller is to be asked for, and contact data where the settings say so. */
function maskedFields(verification: VerificationState, maskContact: boolean): ReadonlySet<Maskable> {
  if (verification.revealed) return new Set();
  const asked = isVerified(verification) ? [] : verification.factors;
  return new Set([
    ...asked.map((factor) => fieldOfFactor[factor]),
    ...(maskContact ? (['contact', 'address'] as const) : []),
  ]);
}
