import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Messages } from '../messages/en';
import { useLanguage } from '../messages/language';
import type { CopyNotice, CopyState } from './copy-store';
import styles from './copying.module.css';

const Context = createContext<StoreApi<CopyState> | undefined>(undefined);

export function CopyProvider({ store, children }: { store: StoreApi<CopyState>; children: ReactNode }) {
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

/** The store of what was copied. Throws outside of a {@link CopyProvider}. */
export function useCopyStore(): StoreApi<CopyState> {
  const store = useContext(Context);
  if (!store) throw new Error('No CopyProvider');
  return store;
}

/** A word about what was copied, on screen and for screen readers. Each dialog with facts needs its own. */
export function CopyWord() {
  const { messages } = useLanguage();
  const notice = useStore(useCopyStore(), (state) => state.notice);
  return (
    <p className={`${styles.word} small`} role="status">
      {notice && wordOf(notice, messages)}
    </p>
  );
}

function wordOf(notice: CopyNotice, { copying, diagnostics }: Messages): string {
  switch (notice.kind) {
    case 'copied':
      return copying.copied(notice.what);
    case 'refused':
      return diagnostics.notCopied;
    default:
      return copying[notice.kind];
  }
}
