import type { ReactNode } from 'react';
import type { Desk } from './desk/desk';
import { AccountPanel } from './features/account/account-panel';
import { BookingsTable } from './features/account/bookings-table';
import { CheckIns } from './features/check-ins/check-ins';
import { ContractsPanel } from './features/contracts/contracts-panel';
import { ExplanationPanel } from './features/explanation/explanation-panel';
import { RestrictionsPanel } from './features/restrictions/restrictions-panel';
import type { Messages } from './messages/en';

/** A part of the region "Account"; it is shown once the caller is verified. */
export interface Panel {
  name: string;
  /**
   * Name on its tab, of a panel that takes the rest of the middle. Such panels stand side by side; in a narrow window, one
   * is shown at a time.
   */
  tab?: (messages: Messages) => string;
  render: (desk: Desk) => ReactNode;
}

/** The panels of the open customer, from top to bottom. */
export const panels: readonly Panel[] = [
  { name: 'restrictions', render: ({ stores }) => <RestrictionsPanel store={stores.customer} /> },
  {
    name: 'account',
    render: ({ stores, start }) => (
      <AccountPanel
        store={stores.account}
        past={stores.past}
        upcoming={stores.upcoming}
        balanceSign={start.balanceSign}
      />
    ),
  },
  { name: 'explanation', render: ({ stores }) => <ExplanationPanel stores={stores} /> },
  {
    name: 'bookings',
    tab: ({ bookings }) => bookings.table,
    render: ({ stores }) => <BookingsTable stores={stores} timeline={stores.timeline} />,
  },
  {
    name: 'contracts',
    tab: ({ diagnostics }) => diagnostics.sources.contracts,
    render: ({ stores }) => (
      <ContractsPanel store={stores.contracts} customer={stores.customer}>
        <CheckIns store={stores.checkIns} />
      </ContractsPanel>
    ),
  },
];
