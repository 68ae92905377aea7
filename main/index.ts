import { writeSync } from 'node:fs';
import { app, dialog, protocol } from 'electron';
import { appId } from './app-id';
import { buildType } from './build-type';
import { collectGarbage } from './collect-garbage';
import { parseCommandLine } from './command-line';
import { dialogMessages, spokenLanguage } from './dialog-messages';
import { refusedArguments } from './launch-check';
import { isSandboxMissing, showErrorOfDesktop } from './sandbox-refusal';
import { schemePrivileges } from './window/app-protocol';
import { listenForArrivals, registerLinks } from './window/deep-links';
import { lockSessions, showNoCertificate } from './window/lockdown';
import { openWindow } from './window/open-window';

if (buildType !== 'development') refuseToStart();
const commandLine = parseCommandLine(process.argv);
if (commandLine.version) tellVersion();
// SECURITY: a package always uses the sandbox. Development as root may go without, because Chromium refuses to
// sandbox root.
if (buildType !== 'development' || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// SECURITY: neither CSP nor permissions prevent two things: a hostile page could send data to a name server (<link
// rel=dns-prefetch>), and read the clipboard (document.execCommand('paste')).
app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false,DOMPasteAllowed=false');
protocol.registerSchemesAsPrivileged([schemePrivileges]);

const arrivals = listenForArrivals(app);
registerLinks(app);
lockSessions(app);
showNoCertificate(app);
// Windows finds the jump list, notifications and the pinned icon of a program by the ID of its shortcut.
if (buildType === 'release' && process.platform === 'win32') app.setAppUserModelId(appId);
app.on('quit', collectGarbage);

// Tasks and screenshots run beside a running Ringside, so they need no single-instance lock.
if (commandLine.task) {
  const { task } = commandLine;
  app
    .whenReady()
    .then(async () => (await import('./headless-tasks')).runTask(task, commandLine))
    .then((code) => app.exit(code))
    // A task that fails must end, for example after its standard output was closed.
    .catch(() => app.exit(1));
} else if (
  commandLine.screenshot ||
  app.requestSingleInstanceLock({ lookup: commandLine.lookup, newCall: commandLine.newCall })
) {
  app
    .whenReady()
    .then(async () => {
      const opening = await openWindow(commandLine);
      // Loaded while the page compiles its script.
      const { startApp } = await import('./app');
      await startApp(commandLine, arrivals, opening);
    })
    .catch((error: Error) => {
      console.error(`Ringside could not start: ${error.message}`);
      app.exit(1);
    });
} else {
  app.quit();
}

/**
 * Refuses a start with unknown switches before Chromium opens a port, a log or a window. The message is a dialog on
 * Windows and macOS, and a line of standard error on Linux (Electron, `dialog.showErrorBox` before `ready`).
 */
function refuseToStart(): void {
  const { argv, platform } = process;
  const launch = { args: argv.slice(1), variables: Object.keys(process.env), platform };
  const refused = refusedArguments(launch, buildType === 'test');
  if (refused.length === 0) return;
  const words = dialogMessages(spokenLanguage('system', Intl.DateTimeFormat().resolvedOptions().locale));
  if (isSandboxMissing(refused, process.env)) {
    dialog.showErrorBox(words.sandboxMissing, words.sandboxMissingDetail);
    showErrorOfDesktop(words.sandboxMissing, words.sandboxMissingDetail);
  } else dialog.showErrorBox(words.refusedToStart, `${words.refusedBecause}\n${refused.join('\n')}`);
  process.exit(1);
}

/** Prints the version and ends before `ready`, so that a machine without a display can ask. */
function tellVersion(): never {
  writeSync(1, `Ringside ${app.getVersion()}\n`);
  process.exit(0);
}
