import { app, nativeTheme } from 'electron';
import type { CommandLine } from '../command-line';
import { PreferencesService } from '../connection/preferences';
import type { SettingsFile, SettingsRead } from '../connection/settings';
import { type DialogMessages, dialogMessages, type SpokenLanguage, spokenLanguage } from '../dialog-messages';
import type { Policy } from '../policy/keys';
import type { DeskWindow } from '../window/desk-window';

/** The agent's preferences, applied to the theme and the window as they change, and the language they choose. */
export function createPreferences(options: {
  settings: SettingsFile;
  saved: SettingsRead;
  policy: Policy;
  commandLine: CommandLine;
  desk: DeskWindow;
}) {
  const { settings, saved, policy, commandLine, desk } = options;
  let spoken: SpokenLanguage | undefined;
  let listener: ((words: DialogMessages) => void) | undefined;
  const speak = () => {
    if (!listener || spoken === language()) return;
    spoken = language();
    listener(messages());
  };
  const preferences = new PreferencesService(settings, saved.settings, policy, (current) => {
    const theme = commandLine.theme ?? current.theme;
    // Electron notifies every window at each assignment, even of the same theme.
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    desk.apply(current);
    speak();
  });
  const language = () => spokenLanguage(preferences.current().preferences.language, app.getLocale());
  const messages = () => dialogMessages(language());
  return {
    preferences,
    language,
    messages,
    /** Calls the listener with main's texts now and whenever the language changes. */
    speak(listens: (words: DialogMessages) => void) {
      listener = listens;
      speak();
    },
  };
}
