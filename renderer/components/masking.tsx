import { createContext, type ReactNode, useContext } from 'react';

/** Parts of a customer's record that can be masked. */
export type Maskable = 'dateOfBirth' | 'address' | 'customerNumber' | 'contact';

const Context = createContext<ReadonlySet<Maskable>>(new Set());

export function MaskProvider(props: { masked: ReadonlySet<Maskable>; children: ReactNode }) {
  return <Context.Provider value={props.masked}>{props.children}</Context.Provider>;
}

/** What the lists of customers mask: their callers are not verified. */
export function useMaskedInLists(): ReadonlySet<Maskable> {
  return useContext(Context);
}
