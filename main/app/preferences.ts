import { app, nativeTheme } from 'electron';
import type { CommandLine } from '../command-line';
import { PreferencesService } from '../connection/preferences';
import type { SettingsFile, SettingsRead } from '../connection/settings';
import { dialogMessages, spokenLanguage } from '../dialog-messages';
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
  const preferences = new PreferencesService(settings, saved.settings, policy, (current) => {
    const theme = commandLine.theme ?? current.theme;
    // Electron notifies every window at each assignment, even of the same theme.
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    desk.apply(current);
  });
  const language = () => spokenLanguage(preferences.current().preferences.language, app.getLocale());
  return { preferences, language, messages: () => dialogMessages(language()) };
}
