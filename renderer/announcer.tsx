import { useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Desk } from './desk/desk';
import { isVerified } from './features/verification/verification-store';
import { useLanguage } from './messages/language';
import type { Source } from './source';

/** Live regions, one a source: a screen reader announces what changed, politely and once, without moving the focus. */
export function Announcer({ desk }: { desk: Desk }) {
  const verified = isVerified(useStore(desk.stores.verification));
  // Money of a customer of an earlier search is nowhere on the desk.
  const collapsed = useStore(desk.stores.found, (state) => state.collapsed);
  return (
    <div className="visually-hidden">
      {Object.entries(desk.sources).map(([name, source]) => (
        <Announcement key={name} source={source} isVerified={verified && !collapsed} />
      ))}
    </div>
  );
}

function Announcement({ source, isVerified }: { source: Source; isVerified: boolean }) {
  const language = useLanguage();
  const text = useCallback(
    () => source.announcement?.(language, isVerified) ?? '',
    [source, language, isVerified],
  );
  return <p aria-live="polite">{useSyncExternalStore(source.subscribe, text)}</p>;
}
