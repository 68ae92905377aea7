import type { StoreApi } from 'zustand/vanilla';
import type { Contract } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { refOf } from '../../customer-ref';
import type { NoRight } from '../../missing-rights';
import type { Resource } from '../../resource';
import { type Source, sourceOf } from '../../source';

/** Store of the contracts of the customer, or of the fact that the key may not read them. */
export type ContractsStore = StoreApi<Resource<CustomerRef, Contract[] | NoRight>>;

/** The contracts of the customer. */
export function contractsSource(store: ContractsStore): Source {
  return {
    ...sourceOf(store),
    open(hit) {
      // The home studio has no key here, so there is nothing to ask.
      if (hit.via) {
        store.getState().cleared();
        return Promise.resolve();
      }
      return store.getState().opened(refOf(hit));
    },
    label: ({ messages }) => messages.diagnostics.sources.contracts,
    confidential: true,
  };
}
