import { useStore } from 'zustand';
import type { Desk } from './desk/desk';
import { type Failure, sourceNameOf } from './features/diagnostics/diagnostics-store';
import { FailureStrips } from './features/diagnostics/failure-strips';
import { maySearchAll } from './features/search/search-state';
import { isVerified } from './features/verification/verification-store';
import { known } from './loadable';

/** What failed, in the place of the panel that is missing. */
export function DeskFailures({ desk, failures }: { desk: Desk; failures: readonly Failure[] }) {
  const { stores, start } = desk;
  // The customer of an earlier search is not the current caller.
  const collapsed = useStore(stores.found, (state) => state.collapsed);
  const customer = known(useStore(stores.customer, (state) => state.content))?.value;
  const verification = useStore(stores.verification);
  const maskContact = useStore(stores.settings, (state) => state.preferences.maskContact);
  const canSearchAll = useStore(stores.search, maySearchAll);
  const isPhoneShown = verification.revealed || (isVerified(verification) && !maskContact);
  return (
    <FailureStrips
      store={stores.diagnostics}
      failures={collapsed ? failures.filter(({ source }) => sourceNameOf(source) === 'search') : failures}
      start={start}
      personal={desk.personal}
      phone={isPhoneShown && !collapsed ? customer?.phones?.[0] : undefined}
      onRetry={desk.failures.retry}
      onFacts={(source) => {
        stores.diagnostics.getState().chosen(source);
        stores.overlay.setState({ open: 'facts' });
      }}
      onSearchAll={canSearchAll ? stores.search.getState().allSearched : undefined}
    />
  );
}
