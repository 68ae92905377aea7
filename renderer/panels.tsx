import type { ReactNode } from 'react';
import type { Desk } from './desk/desk';
import { AccountPanel } from './features/account/account-panel';
import { BookingsTable } from './features/account/bookings-table';
import { RestrictionsPanel } from './features/restrictions/restrictions-panel';

/** A part of the region "Account"; it is shown once the caller is verified. */
export interface Panel {
  name: string;
  /** True for the panel that takes the rest of the middle. */
  fills?: true;
  render: (desk: Desk) => ReactNode;
}

/** The panels of the open customer, from top to bottom. */
export const panels: readonly Panel[] = [
  { name: 'restrictions', render: ({ stores }) => <RestrictionsPanel store={stores.customer} /> },
  {
    name: 'account',
    render: ({ stores, start }) => (
      <AccountPanel store={stores.account} past={stores.past} balanceSign={start.balanceSign} />
    ),
  },
  {
    name: 'bookings',
    fills: true,
    // A customer whose home studio has no key here has no bookings to show; the account panel says why.
    render: ({ stores }) =>
      stores.customer.getState().key?.via === undefined && (
        <BookingsTable stores={stores} timeline={stores.timeline} />
      ),
  },
];
