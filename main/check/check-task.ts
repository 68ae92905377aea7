import { type CheckLine, type CheckReport, lineText, worstStatus } from '../../preload/contract/check';
import { oneLine } from '../studio-name';

/** Exit codes by the worst status, as monitoring programs expect them (Monitoring Plugins, "Plugin Return Codes"). */
const exitCodes = { ok: 0, warning: 1, failed: 2 } as const;

/**
 * Prints the lines of `ringside --check` as they end, in their order, or all of them as one JSON object.
 *
 * @returns the exit code
 */
export async function printChecks(
  checks: readonly Promise<CheckLine[]>[],
  version: string,
  json: boolean,
  print: (text: string) => void,
): Promise<number> {
  const all: CheckLine[] = [];
  for (const check of checks) {
    const lines = await check;
    all.push(...lines);
    // SECURITY: the name of a studio is untrusted, and a line break in it would forge a line.
    if (!json) for (const line of lines) print(`${line.status.padEnd(7)}  ${oneLine(lineText(line))}\n`);
  }
  const status = worstStatus(all);
  const report: CheckReport & { version: string } = { version, status, lines: all };
  if (json) print(`${JSON.stringify(report, null, 2)}\n`);
  return exitCodes[status];
}
