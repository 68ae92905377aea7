import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Account, Booking, Contract, Customer } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import type { CopyState } from '../../components/copy-store';
import { keyOf } from '../../customer-ref';
import { today } from '../../format/date';
import { isFirstLoad, known, type Loadable } from '../../loadable';
import { type Language, languageFor } from '../../messages/language';
import { type NoRight, noRight } from '../../missing-rights';
import type { Resource } from '../../resource';
import { differsFromBalance, explain, type KnownFacts } from './clauses';
import { clauseWords, explanationMessages } from './messages';

type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;
type BookingsPart = Readable<{ content: Loadable<Booking[]>; nextOffset: string | undefined }>;

/** What the explanation is made of. */
export interface ExplainedStores {
  customer: Readable<Resource<CustomerRef, Customer>>;
  account: Readable<Resource<CustomerRef, Account>>;
  contracts: Readable<Resource<CustomerRef, Contract[] | NoRight>>;
  past: BookingsPart;
  upcoming: BookingsPart;
  explanation: StoreApi<ExplanationChoice>;
}

/** Whether the explanation is in the language of the customer; otherwise it is in that of the desk. */
export interface ExplanationChoice {
  inCustomerLanguage: boolean;
}

/** Keeps the choice of a language until another customer is opened. */
export function createExplanationStore(customer: Readable<Resource<CustomerRef, Customer>>) {
  const store = createStore<ExplanationChoice>()(() => ({ inCustomerLanguage: false }));
  customer.subscribe(({ key }, before) => {
    if (keyOf(key) !== keyOf(before.key)) store.setState({ inCustomerLanguage: false });
  });
  return store;
}

export interface Explanation {
  text: string;
  /** Language of the text. */
  code: Language['code'];
  /** The language that the agent can change to; undefined where there is none. */
  other: Language['code'] | undefined;
  /** Whether balance and open sum differ. */
  differs: boolean;
  /** Whether a part of it is older than the last attempt to load it. */
  isStale: boolean;
}

/** The explanation of the open customer's account, `loading`, or undefined where nothing is known. */
export function explanationOf(stores: ExplainedStores, desk: Language): Explanation | 'loading' | undefined {
  const { key, content } = stores.customer.getState();
  const customer = known(content)?.value;
  // Without a key of the home studio there is no account to explain.
  if (!customer || key?.via !== undefined) return undefined;
  const [account, past, upcoming] = [
    stores.account.getState(),
    stores.past.getState(),
    stores.upcoming.getState(),
  ];
  if ([account, past, upcoming].some((part) => isFirstLoad(part.content))) return 'loading';
  const contracts = known(stores.contracts.getState().content)?.value;
  const facts: KnownFacts = {
    past: known(past.content)?.value,
    pastComplete: past.nextOffset === undefined,
    upcoming: known(upcoming.content)?.value,
    upcomingComplete: upcoming.nextOffset === undefined,
    account: known(account.content)?.value,
    contracts: contracts === noRight ? undefined : contracts,
    customer,
    today: today(),
  };
  const other = otherLanguage(customer.preferredLanguage, desk.code);
  const isOther = other !== undefined && stores.explanation.getState().inCustomerLanguage;
  const spoken = isOther ? languageFor(other, '') : desk;
  const text = explain(facts, clauseWords(spoken));
  if (text === undefined) return undefined;
  return {
    text,
    code: spoken.code,
    other: isOther ? desk.code : other,
    differs: differsFromBalance(facts),
    isStale: [account, past, upcoming].some(({ content }) => isOlder(content)),
  };
}

/** Copies the explanation as it is shown. */
export function copyExplanation(
  stores: ExplainedStores,
  copies: Readable<CopyState>,
  language: Language,
): void {
  const explanation = explanationOf(stores, language);
  if (typeof explanation !== 'object') return;
  void copies.getState().copyRequested(explanationMessages[language.code].what, explanation.text);
}

const isOlder = (content: Loadable<unknown>) => content.state === 'failed' && known(content) !== undefined;

/** The language of the customer where Ringside has it and the desk is in another one. */
function otherLanguage(tag: string | undefined, desk: Language['code']): Language['code'] | undefined {
  const [language] = tag?.toLowerCase().split('-') ?? [];
  return (['en', 'de'] as const).find((code) => code === language && code !== desk);
}
