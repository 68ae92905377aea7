import { useStore } from 'zustand';
import type { Problem } from '../preload/contract/problem';
import type { Desk } from './desk/desk';
import { countWords, shownOf } from './features/search/results';
import { isVerified } from './features/verification/verification-store';
import { formatWait } from './format/date';
import { formatMoney } from './format/money';
import { fullName } from './format/name';
import { known } from './loadable';
import { useLanguage } from './messages/language';

/** Tells a screen reader what changed, politely and once, without moving the focus. */
export function Announcer({ desk }: { desk: Desk }) {
  const { messages, locale } = useLanguage();
  const { answer, hits, shownFor } = useStore(desk.stores.search);
  const verified = isVerified(useStore(desk.stores.verification));
  const customer = known(useStore(desk.stores.customer, (state) => state.content))?.value;
  const account = useStore(desk.stores.account, (state) => state.content);

  const withWait = (words: string, { retryAfterSeconds }: Problem) =>
    retryAfterSeconds === undefined
      ? words
      : `${words} ${messages.continuesIn(formatWait(retryAfterSeconds))}`;
  const results =
    answer.state === 'ready'
      ? hits.length === 0
        ? messages.search.none(shownFor)
        : countWords(shownOf(hits, answer.value), answer.value.total, shownFor, messages, locale)
      : answer.state === 'failed'
        ? withWait(messages.search.failed, answer.problem)
        : '';
  const opened = customer ? messages.console.opened(fullName(customer) ?? messages.customer.unnamed) : '';
  const balance = account.state === 'ready' ? account.value.balance : undefined;
  const money =
    account.state === 'failed'
      ? withWait(messages.account.failed, account.problem)
      : account.state === 'ready' && verified
        ? [
            account.value.inDebtCollection && messages.account.inDebtCollection,
            messages.console.balanceIs(balance ? formatMoney(balance, locale) : messages.notSupplied),
          ]
            .filter(Boolean)
            .join('. ')
        : '';
  return (
    <div className="visually-hidden">
      <p aria-live="polite">{results}</p>
      <p aria-live="polite">{opened}</p>
      <p aria-live="polite">{money}</p>
    </div>
  );
}
