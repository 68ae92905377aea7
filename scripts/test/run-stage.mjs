import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Stop } from '../bootstrap/say.mjs';
import { closingLine } from '../reporters/closing-line.mjs';
import { stages } from './stages.mjs';

const [name, file] = process.argv.slice(2);
const { isCheck, run } = stages[name];

// Written by the reporter of the stage; a check has none.
const found = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 });

/** The run goes on after a package that could not be built. */
const code = await run({ RINGSIDE_CLOSED: file }).catch((error) => {
  if (!(error instanceof Stop)) throw error;
  process.stdout.write(`${error.message}\n`);
  return 1;
});
const { passed, failed } = found();
const isTold = passed + failed > 0 && (code === 0 || failed > 0);
if (!isTold) {
  const succeeded = isCheck && code === 0;
  const title = isCheck
    ? 'its output is above'
    : `ended with ${code} and no failed test; its output is above`;
  const count = {
    ...found(),
    ...(succeeded ? { passed: 1, failed: 0, failures: [] } : { failed: 1, failures: [{ title }] }),
  };
  process.stdout.write(`${closingLine(name, count)}\n`);
  writeFileSync(file, JSON.stringify(count));
}
process.exitCode = code || (isTold || isCheck ? 0 : 1);
