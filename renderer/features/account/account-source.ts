import type { StoreApi } from 'zustand/vanilla';
import type { Account } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { refOf } from '../../customer-ref';
import { formatMoney } from '../../format/money';
import { announceProblem } from '../../messages/announce-problem';
import type { Language } from '../../messages/language';
import type { Resource } from '../../resource';
import { type Source, sourceOf } from '../../source';

/** Balance, consumption credit, dunning level and debt collection of the customer. */
export function accountSource(store: StoreApi<Resource<CustomerRef, Account>>): Source {
  return {
    ...sourceOf(store),
    open: (hit) => store.getState().opened(refOf(hit)),
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
