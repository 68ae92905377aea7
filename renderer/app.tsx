import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from './components/button';
import { ErrorBoundary } from './components/error-boundary';
import { Failure } from './components/failure';
import { Console } from './console';
import type { Desk } from './desk';
import { ConnectScreen } from './features/connection/connect-screen';
import { LanguageProvider, languageFor, useLanguage } from './messages/language';

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
      <ErrorBoundary fallback={<Broken />}>
        {connecting ? <ConnectScreen store={desk.stores.connection} /> : <Console desk={desk} />}
      </ErrorBoundary>
    </LanguageProvider>
  );
}

function Broken() {
  const { messages } = useLanguage();
  const words = messages.problems.internal;
  return (
    <Failure
      title={words.title}
      hint={words.advice}
      actions={<Button onClick={() => location.reload()}>{messages.tryAgain}</Button>}
    />
  );
}
