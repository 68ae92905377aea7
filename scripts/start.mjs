import { root } from './bootstrap/paths.mjs';
import { bootstrap, run } from './bootstrap.mjs';
import { runElectron, withDisplay } from './desktop.mjs';
import { electronPath } from './electron-path.mjs';
import { sandboxFor } from './sandbox.mjs';
import { appArguments, usage } from './start-options.mjs';

await run(async () => {
  const args = appArguments(process.argv.slice(2));
  if (!args) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  await bootstrap();
  const { prefix, noSandbox } = sandboxFor();
  const command = [...prefix, electronPath(), root, ...(noSandbox ? ['--no-sandbox'] : []), ...args];
  return withDisplay((env) => runElectron(command[0], command.slice(1), env));
});
