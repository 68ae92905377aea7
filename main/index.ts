import { app, protocol } from 'electron';
import { startApp } from './app';
import { parseCommandLine } from './command-line';
import { listenForLinks, registerLinks } from './window/links';
import { schemePrivileges } from './window/page';

// SECURITY: a package always has its sandbox. Development as root, where Chromium refuses one, may go without.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([schemePrivileges]);

const commandLine = parseCommandLine(process.argv);
const links = listenForLinks(app);
registerLinks(app);

// A picture is taken beside a running Ringside, not by it.
if (commandLine.screenshot || app.requestSingleInstanceLock({ lookup: commandLine.lookup })) {
  app
    .whenReady()
    .then(() => startApp(commandLine, links))
    .catch((error: Error) => {
      console.error(`Ringside could not start: ${error.message}`);
      app.exit(1);
    });
} else {
  app.quit();
}
