import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { npmJson } from './bootstrap/run-step.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { isMain, run } from './bootstrap.mjs';

/** Stable majors that Electron supports at a time (electronjs.org, "Electron Releases"). */
const supportedMajors = 3;

const routine = 'The steps are in docs/electron.md, "Updating Electron".';

/** The parts of a stable version, such as [45, 4, 1]; undefined for any other text. */
function partsOf(version) {
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  return parts.length > 0 ? parts.map(Number) : undefined;
}

const compare = (a, b) => a.map((part, at) => part - b[at]).find((difference) => difference !== 0) ?? 0;

/**
 * What somebody has to do about Electron, as issues; the title identifies one.
 *
 * @param {object} facts
 * @param {string} facts.inUse version in package-lock.json
 * @param {string[]} facts.versions answer of `npm view electron versions`; prereleases do not count
 * @param {{ vulnerabilities?: object }} facts.audit answer of `npm audit --json`
 * @returns {{ title: string, body: string }[]}
 * @throws {Stop} when the registry has not answered
 */
export function electronIssues({ inUse, versions, audit }) {
  const stable = (Array.isArray(versions) ? versions : [])
    .map(partsOf)
    .filter((parts) => parts !== undefined)
    .sort(compare);
  const current = partsOf(inUse);
  const newest = stable.at(-1);
  // No answer must not look like "nothing to do".
  if (!current || !newest) throw new Stop('The registry names no version of Electron.');
  const [major] = current;
  const newestOfMajor = stable.filter((parts) => parts[0] === major).at(-1);
  const [newestMajor] = newest;
  const issues = [];
  const advisories = audit.vulnerabilities?.electron?.via.filter((each) => typeof each === 'object') ?? [];
  for (const { title, url = '' } of advisories)
    issues.push({
      // With its number, so that the next advisory about the same version gets an issue too.
      title: `Electron ${inUse} has a known vulnerability: ${url.split('/').at(-1) || title}`,
      body: `${`${title} ${url}`.trim()}\n\n${routine}`,
    });
  if (newestOfMajor && compare(newestOfMajor, current) > 0)
    issues.push({
      title: `Electron ${newestOfMajor.join('.')} is out`,
      body: `Ringside has ${inUse}. ${releaseNotes(newestOfMajor)}\n\n${routine}`,
    });
  const majorsLeft = major - (newestMajor - supportedMajors);
  if (majorsLeft <= 1)
    issues.push({
      title: `Electron ${major} gets no more fixes${majorsLeft === 1 ? ' after the next major' : ''}`,
      body: `Electron supports its latest ${supportedMajors} majors, and ${newest.join('.')} is out. ${releaseNotes(newest)}\n\n${routine}`,
    });
  return issues;
}

const releaseNotes = (parts) => `Its notes: https://releases.electronjs.org/release/v${parts.join('.')}`;

/** Issues that were never opened, each once. A closed one is not opened again: somebody has decided. */
export function notYetOpened(issues, titles) {
  const known = new Set(titles);
  return issues.filter(({ title }) => !known.has(title) && known.add(title));
}

/** GitHub's command line, which runners have. It reads GH_TOKEN and GH_REPO. */
const gh = (...args) => execFileSync('gh', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Opens the issues that the workflow has not opened yet. */
export function open(issues) {
  // SECURITY: anyone can open an issue with the same title, and would hide the workflow's own.
  const own = '--author=app/github-actions';
  const search = ['--state=all', own, '--search=Electron in:title', '--limit=500', '--json=title'];
  const titles = JSON.parse(gh('issue', 'list', ...search)).map(({ title }) => title);
  for (const { title, body } of notYetOpened(issues, titles))
    gh('issue', 'create', `--title=${title}`, `--body=${body}`);
}

if (isMain(import.meta.url))
  await run(() => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const audit = npmJson(['audit', '--package-lock-only'], root);
    const issues = electronIssues({
      inUse: lock.packages['node_modules/electron'].version,
      versions: npmJson(['view', 'electron', 'versions'], root),
      audit,
    });
    for (const { title } of issues) say(title);
    if (issues.length === 0) say('Nothing to do');
    // Without GH_TOKEN, which the workflow sets, the findings are printed and no issue is opened.
    if (process.env.GH_TOKEN) open(issues);
    // Last, so that a registry without advisories does not hide a new version.
    if (!audit.vulnerabilities) throw new Stop(`npm audit did not answer: ${audit.message ?? 'no report'}`);
  });
