import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Console } from './console';
import type { Desk } from './desk';
import { ConnectScreen } from './features/connection/connect-screen';
import { LanguageProvider, languageFor } from './messages/language';

/** Composes the features; nothing else imports more than one of them. */
export function App({ desk }: { desk: Desk }) {
  const connecting = useStore(desk.stores.connection, (state) => state.open);
  const closeScreen = useStore(desk.stores.connection, (state) => state.screenClosed);

  useEffect(() => {
    if (!connecting) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') closeScreen();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [connecting, closeScreen]);

  return (
    <LanguageProvider language={languageFor(desk.start.locale)}>
      {connecting ? <ConnectScreen store={desk.stores.connection} /> : <Console desk={desk} />}
    </LanguageProvider>
  );
}
