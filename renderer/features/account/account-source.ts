import type { StoreApi } from 'zustand/vanilla';
import type { Account } from '../../../preload/contract/domain';
import { formatMoney } from '../../format/money';
import { announceProblem } from '../../messages/announce-problem';
import type { Language } from '../../messages/language';
import type { Resource } from '../../resource';
import { type Source, sourceOf } from '../../source';

/** Balance, consumption credit, dunning level and debt collection of the customer. */
export function accountSource(store: StoreApi<Resource<string, Account>>): Source {
  return {
    ...sourceOf(store),
    open: ({ customer }) => store.getState().opened(customer.id),
    label: ({ messages }) => messages.diagnostics.sources.account,
    confidential: true,
    needsAge: true,
    announcement(language, isVerified) {
      const { content } = store.getState();
      if (content.state === 'failed')
        return announceProblem(language.messages.account.failed, content.problem, language.messages);
      return content.state === 'ready' && isVerified ? balanceAnnouncement(content.value, language) : '';
    },
  };
}

function balanceAnnouncement({ balance, inDebtCollection }: Account, { messages, locale }: Language): string {
  const amount = balance ? formatMoney(balance, locale) : messages.notSupplied;
  return [inDebtCollection && messages.account.inDebtCollection, messages.console.balanceIs(amount)]
    .filter(Boolean)
    .join('. ');
}
