import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { electronIssues, notYetOpened, open } from './electron-watch.mjs';

const clean = { vulnerabilities: {} };
const versions = [
  '9.4.4',
  '44.0.0',
  '45.4.1',
  '45.10.0',
  '45.5.0',
  '46.0.0-beta.2',
  '47.0.0-nightly.20261101',
];

const titles = (facts) =>
  electronIssues({ inUse: '45.10.0', versions, audit: clean, ...facts }).map(({ title }) => title);

test('the newest version of the newest major needs nothing', () => {
  expect(titles({})).toEqual([]);
});

test('a newer version of the same major is named, and compared by its numbers', () => {
  expect(titles({ inUse: '45.4.1' })).toEqual(['Electron 45.10.0 is out']);
  expect(titles({ inUse: '45.9.9' })).toEqual(['Electron 45.10.0 is out']);
});

test('prereleases count neither as newer nor as a supported major', () => {
  const more = [...versions, '45.11.0-beta.1', '48.0.0-alpha.1'];
  expect(titles({ versions: more })).toEqual([]);
});

test('the end of a major is named before it comes and after it', () => {
  expect(titles({ versions: [...versions, '47.0.0'] })).toEqual([
    'Electron 45 gets no more fixes after the next major',
  ]);
  expect(titles({ versions: [...versions, '48.0.0'] })).toEqual(['Electron 45 gets no more fixes']);
  expect(titles({ versions: [...versions, '52.0.0'] })).toEqual(['Electron 45 gets no more fixes']);
});

const advisory = (id) => ({ title: `Bypass ${id}`, url: `https://github.com/advisories/${id}` });
const withAdvisories = (...ids) =>
  electronIssues({
    inUse: '45.4.1',
    versions,
    audit: { vulnerabilities: { electron: { name: 'electron', via: [...ids.map(advisory), 'other'] } } },
  });

test('a known vulnerability of the version in use comes first, with its advisory', () => {
  const [first, second] = withAdvisories('GHSA-x');
  expect(first.title).toBe('Electron 45.4.1 has a known vulnerability: GHSA-x');
  expect(first.body).toContain('Bypass GHSA-x https://github.com/advisories/GHSA-x');
  expect(second.title).toBe('Electron 45.10.0 is out');
});

test('the next advisory about the same version gets an issue, and one that is listed twice gets one', () => {
  const known = withAdvisories('GHSA-x').map(({ title }) => title);
  expect(notYetOpened(withAdvisories('GHSA-x', 'GHSA-y', 'GHSA-y'), known).map(({ title }) => title)).toEqual(
    ['Electron 45.4.1 has a known vulnerability: GHSA-y'],
  );
});

test.skipIf(process.platform === 'win32')('an issue that somebody else has opened hides none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-gh-'));
  // A stand-in for gh: without the workflow as the author, it lists the issue of a stranger.
  const script = [
    '#!/bin/sh',
    `echo "$*" >> '${folder}/calls'`,
    '[ "$2" = create ] && exit 0',
    'case "$*" in *--author=app/github-actions*) echo "[]";; *) echo \'[{"title":"Electron 45.10.0 is out"}]\';; esac\n',
  ].join('\n');
  writeFileSync(join(folder, 'gh'), script, { mode: 0o755 });
  vi.stubEnv('PATH', folder + delimiter + process.env.PATH);
  try {
    open([{ title: 'Electron 45.10.0 is out', body: 'x' }]);
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toContain(
      'issue create --title=Electron 45.10.0 is out',
    );
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['no version', { versions: undefined }],
  ['an error of the registry', { versions: { error: { code: 'E404' } } }],
])('%s is an error and not "nothing to do"', (_, facts) => {
  expect(() => titles(facts)).toThrow();
});

test('without an audit, a newer version is named all the same', () => {
  expect(titles({ inUse: '45.4.1', audit: { message: '405' } })).toEqual(['Electron 45.10.0 is out']);
});

test('an issue is opened once, even if it was closed', () => {
  const issues = electronIssues({ inUse: '45.4.1', versions, audit: clean });
  expect(notYetOpened(issues, [])).toEqual(issues);
  expect(notYetOpened(issues, ['Electron 45.10.0 is out'])).toEqual([]);
  expect(notYetOpened(issues, ['Electron 45.1 is out'])).toEqual(issues);
});
