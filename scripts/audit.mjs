import { root } from './bootstrap/paths.mjs';
import { npmJson } from './bootstrap/run-step.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { bootstrap, isMain, run } from './bootstrap.mjs';
import { shipped } from './sbom.mjs';

/**
 * Findings of `npm audit` about packages that ship, one line each. Findings about development packages do not block a
 * release.
 *
 * @param report output of `npm audit --json` @param ships see {@link shipped}
 */
export function findings(report, ships) {
  if (!report.vulnerabilities) throw new Stop(`npm audit did not answer: ${report.message ?? 'no report'}`);
  const names = new Set([...ships].map((each) => each.slice(0, each.lastIndexOf('@'))));
  return Object.values(report.vulnerabilities)
    .filter(({ name }) => names.has(name))
    .map(({ name, severity, via }) => {
      const titles = via.map((each) => (typeof each === 'string' ? each : each.title));
      return `${name} (${severity}): ${titles.join('; ')}`;
    });
}

if (isMain(import.meta.url))
  await run(async () => {
    await bootstrap();
    const ships = shipped();
    const found = findings(npmJson(['audit', '--package-lock-only'], root), ships);
    for (const line of found) say(line);
    say(`${ships.size} packages ship, ${found.length} of them with known weaknesses`);
    return found.length === 0 ? 0 : 1;
  });
