import { app, dialog, protocol } from 'electron';
import { buildType } from './build-type';
import { collectGarbage } from './collect-garbage';
import { parseCommandLine } from './command-line';
import { dialogMessages, spokenLanguage } from './dialog-messages';
import { refusedArguments } from './launch-check';
import { schemePrivileges } from './window/app-protocol';
import { listenForDeepLinks, registerLinks } from './window/deep-links';
import { openWindow } from './window/open-window';

if (buildType !== 'development') refuseToStart();
// SECURITY: a package always uses the sandbox. Development as root may go without, because Chromium refuses to
// sandbox root.
if (buildType !== 'development' || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// SECURITY: neither CSP nor permissions prevent two things: a hostile page could send data to a name server (<link
// rel=dns-prefetch>), and read the clipboard (document.execCommand('paste')).
app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false,DOMPasteAllowed=false');
protocol.registerSchemesAsPrivileged([schemePrivileges]);

const commandLine = parseCommandLine(process.argv);
const links = listenForDeepLinks(app);
registerLinks(app);
app.on('quit', collectGarbage);

// Tasks and screenshots run beside a running Ringside, so they need no single-instance lock.
if (commandLine.task) {
  const { task } = commandLine;
  app
    .whenReady()
    .then(async () => (await import('./headless-tasks')).runTask(task, commandLine))
    .then((code) => app.exit(code));
} else if (commandLine.screenshot || app.requestSingleInstanceLock({ lookup: commandLine.lookup })) {
  app
    .whenReady()
    .then(async () => {
      const opening = await openWindow(commandLine);
      // Loaded while the page compiles its script, which takes as long.
      const { startApp } = await import('./app');
      await startApp(commandLine, links, opening);
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
  dialog.showErrorBox(words.refusedToStart, `${words.refusedBecause}\n${refused.join('\n')}`);
  process.exit(1);
}
