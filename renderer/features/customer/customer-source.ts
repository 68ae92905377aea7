import type { StoreApi } from 'zustand/vanilla';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { refOf } from '../../customer-ref';
import { dateForms } from '../../format/date';
import { fullName } from '../../format/name';
import { known } from '../../loadable';
import type { Resource } from '../../resource';
import { type Source, sourceOf } from '../../source';

/** The customer's record. It comes with the search, so that opening it takes no request. */
export function customerSource(store: StoreApi<Resource<CustomerRef, Customer>>): Source {
  const current = () => known(store.getState().content)?.value;
  return {
    ...sourceOf(store),
    open: (hit) => store.getState().opened(refOf(hit), hit.customer),
    label: ({ messages }) => messages.diagnostics.sources.customer,
    announcement({ messages }) {
      const customer = current();
      return customer ? messages.console.opened(fullName(customer) ?? messages.customer.unnamed) : '';
    },
    personal(locale) {
      const customer = current();
      if (!customer) return [];
      const dates = customer.dateOfBirth ? dateForms(customer.dateOfBirth, locale) : [];
      return [...identifying(customer), ...dates];
    },
  };
}

/** Every text of the record that could identify the customer. */
function identifying(customer: Customer): string[] {
  const {
    accessRefused: _,
    status: __,
    country: ___,
    pauses: ____,
    accessRestrictions: _____,
    preferredLanguage: ______,
    ...texts
  } = customer;
  return Object.values(texts).flat();
}
