import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from './components/button';
import { ErrorBoundary } from './components/error-boundary';
import { Failure } from './components/failure';
import { PlatformProvider } from './components/platform';
import { Console } from './console';
import type { Desk } from './desk/desk';
import { ConnectForm, ConnectScreen } from './features/connection/connect-screen';
import { callsReport } from './features/health/calls-report';
import { SettingsScreen } from './features/settings/settings-screen';
import { UpdateSection } from './features/updates/update-section';
import { LanguageProvider, languageFor, useLanguage } from './messages/language';

/** Composes the features; no other component imports more than one of them. */
export function App({ desk }: { desk: Desk }) {
  const { stores, start } = desk;
  const mode = useStore(stores.connection, (state) => state.connection.mode);
  const { language, density } = useStore(stores.settings, (state) => state.preferences);
  const spoken = languageFor(language, start.locale);

  useEffect(() => {
    document.documentElement.lang = spoken.locale;
    document.documentElement.dataset.density = density;
    document.title = `Ringside · ${spoken.messages.search.label}`;
  }, [spoken.locale, spoken.messages, density]);

  return (
    <LanguageProvider language={spoken}>
      <PlatformProvider platform={start.platform}>
        <ErrorBoundary fallback={<Broken />}>
          {mode === 'none' ? (
            <ConnectScreen store={stores.connection} proxy={stores.proxy} />
          ) : (
            <Console desk={desk} />
          )}
          {mode !== 'none' && <SettingsOver desk={desk} />}
        </ErrorBoundary>
      </PlatformProvider>
    </LanguageProvider>
  );
}

/** The settings in a dialog over the desk, which keeps its state. */
function SettingsOver({ desk }: { desk: Desk }) {
  const { stores, start } = desk;
  const { open, screenClosed } = useStore(stores.connection);
  if (!open) return null;
  return (
    <SettingsScreen
      updates={<UpdateSection store={stores.updates} />}
      store={stores.settings}
      factors={start.verificationFactors}
      onClose={screenClosed}
      diagnostics={() => callsReport(stores.health.getState().records, start.version)}
    >
      <ConnectForm store={stores.connection} proxy={stores.proxy} />
    </SettingsScreen>
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
