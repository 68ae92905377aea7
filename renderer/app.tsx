import { useStore } from 'zustand';
import { Button } from './components/button';
import { CopyProvider } from './components/copying';
import { ErrorBoundary } from './components/error-boundary';
import { Failure } from './components/failure';
import { PlatformProvider } from './components/platform';
import { StudiosProvider } from './components/studios';
import { Console } from './console';
import type { Desk } from './desk/desk';
import { AddStudios } from './features/connection/add-studios';
import { ConnectForm, ConnectScreen } from './features/connection/connect-screen';
import { StudioSection } from './features/connection/studio-section';
import { CheckSection } from './features/desktop-check/check-section';
import { callsReport } from './features/health/calls-report';
import { PhoneIndexSection } from './features/phone-index/phone-index-section';
import { SettingsScreen } from './features/settings/settings-screen';
import { UpdateSection } from './features/updates/update-section';
import { LanguageProvider, languageFor, useLanguage } from './messages/language';
import { useContextMenu } from './use-context-menu';

/** Composes the features; no other component imports more than one of them. */
export function App({ desk }: { desk: Desk }) {
  const { stores, start } = desk;
  const { mode, studios } = useStore(stores.connection, (state) => state.connection);
  const language = useStore(stores.settings, (state) => state.preferences.language);
  const spoken = languageFor(language, start.locale);

  useContextMenu(stores, spoken);
  const addMany = () => stores.studioImport.getState().opened();

  return (
    <LanguageProvider language={spoken}>
      <PlatformProvider platform={start.platform}>
        <StudiosProvider studios={studios}>
          <ErrorBoundary fallback={<Broken />}>
            {mode === 'none' ? (
              <ConnectScreen store={stores.connection} proxy={stores.proxy} onAddMany={addMany} />
            ) : (
              <CopyProvider store={stores.copies}>
                <Console desk={desk} />
              </CopyProvider>
            )}
            {mode !== 'none' && <SettingsOver desk={desk} onAddMany={addMany} />}
            <AddStudios store={stores.studioImport} />
          </ErrorBoundary>
        </StudiosProvider>
      </PlatformProvider>
    </LanguageProvider>
  );
}

/** The settings in a dialog over the desk, which keeps its state. */
function SettingsOver({ desk, onAddMany }: { desk: Desk; onAddMany: () => void }) {
  const { stores, start } = desk;
  const { open, screenClosed } = useStore(stores.connection);
  const calls = useStore(stores.health, (state) => state.records);
  if (!open) return null;
  return (
    <SettingsScreen
      phoneIndex={<PhoneIndexSection store={stores.phoneIndex} />}
      updates={<UpdateSection store={stores.updates} />}
      check={<CheckSection store={stores.desktopCheck} />}
      store={stores.settings}
      factors={start.verificationFactors}
      onClose={screenClosed}
      diagnostics={() => callsReport(stores.health.getState().records, start.version)}
    >
      <ConnectForm store={stores.connection} proxy={stores.proxy} />
      <StudioSection store={stores.connection} calls={calls} onAdd={onAddMany} />
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
