/** Stands for every spec of a suite. */
export const all = 'all';

const everything = { e2e: all, visual: all, faults: all, security: all, updates: all };
const nothing = {};

/**
 * Specs that a change in a folder touches, by suite; the longest folder that matches counts, and a file of no folder touches
 * everything. Only what is known to be separate is here: a folder that many panels use is not.
 *
 * @type {[folder: string, specs: Record<string, string[] | 'all'>][]}
 */
export const folders = [
  ['renderer/', { e2e: all, visual: all }],
  [
    'renderer/features/account/',
    { e2e: ['account', 'transactions', 'timeline', 'layout', 'keyboard'], visual: all },
  ],
  ['renderer/features/call/', { e2e: ['call', 'call-history', 'call-number', 'privacy', 'screen-pop'] }],
  ['renderer/features/check-ins/', { e2e: ['check-ins'] }],
  [
    'renderer/features/connection/',
    {
      e2e: ['connect', 'proxy', 'settings', 'studio-settings', 'studios'],
      faults: ['keychain', 'proxy', 'rate-limit', 'studio-rows', 'studios'],
      security: ['key', 'studios'],
    },
  ],
  ['renderer/features/contracts/', { e2e: ['contracts'], faults: ['contracts'] }],
  [
    'renderer/features/customer/',
    { e2e: ['account', 'call-history', 'facts', 'phone-dial', 'search'], visual: all },
  ],
  [
    'renderer/features/diagnostics/',
    { e2e: ['diagnostics', 'facts', 'health', 'policy'], faults: all, security: ['key'], visual: all },
  ],
  ['renderer/features/desktop-check/', { e2e: ['desktop-check'] }],
  ['renderer/features/explanation/', { e2e: ['explanation'] }],
  ['renderer/features/health/', { e2e: ['health'] }],
  ['renderer/features/palette/', { e2e: ['keyboard', 'verification', 'call-history'] }],
  [
    'renderer/features/phone-index/',
    { e2e: ['phone-index', 'phone-index-file', 'phone-lookup'], faults: ['phone-index'] },
  ],
  ['renderer/features/restrictions/', { e2e: ['restrictions'] }],
  [
    'renderer/features/search/',
    {
      e2e: ['chain', 'keyboard', 'phone-lookup', 'search', 'spelling', 'studios'],
      faults: ['lookups', 'studios'],
      visual: all,
    },
  ],
  ['renderer/features/settings/', { e2e: ['connect', 'policy', 'settings', 'studio-settings'] }],
  ['renderer/features/updates/', { updates: all }],
  ['renderer/features/verification/', { e2e: ['call', 'verification'] }],
  ['main/about/', { e2e: ['settings'], security: ['supply'] }],
  ['main/check/', { e2e: ['desktop-check'], updates: all }],
  [
    'main/phone-index/',
    {
      e2e: ['phone-dial', 'phone-index', 'phone-index-file', 'phone-lookup'],
      faults: ['phone-index'],
      security: ['phone'],
    },
  ],
  ['main/telemetry/', { e2e: ['telemetry', 'proxy'], updates: all }],
  ['main/updates/', { updates: all, security: ['launch'] }],
  ['scripts/', nothing],
  ['scripts/bootstrap/', everything],
  ['scripts/config/', everything],
  ['build/', { security: ['installers', 'supply'] }],
  ['docs/', nothing],
  ['e2e/bench/', nothing],
  ['e2e/day/', nothing],
  ['e2e/pictures/', nothing],
  ['e2e/visual/accepted/', { visual: all }],
  ['.github/', nothing],
];

/** Specs of a suite that import a file, over any number of files. @param imports paths that each file imports */
function importers(file, imports) {
  const found = new Set([file]);
  for (const each of found)
    for (const [path, imported] of imports) if (imported.includes(each)) found.add(path);
  return [...found].filter((path) => path.endsWith('.spec.ts'));
}

/** Path of a spec. */
export function specFile(suite, name) {
  return `e2e/${suite === 'e2e' ? '' : `${suite}/`}${name}.spec.ts`;
}

/** Suite and name of a spec. */
function specOf(path) {
  const [, folder, name] = /^e2e\/(?:(\w+)\/)?([\w-]+)\.spec\.ts$/.exec(path);
  return [folder ?? 'e2e', name];
}

/**
 * The specs that a change touches, by suite.
 *
 * @param {string[]} files paths of changed files
 * @param {Map<string, string[]>} imports for each file of `e2e/`, the files of `e2e/` that it imports
 * @returns {Map<string, Set<string> | 'all'>}
 */
export function touchedSpecs(files, imports) {
  const touched = new Map();
  const add = (suite, names) => {
    const before = touched.get(suite) ?? new Set();
    touched.set(suite, names === all || before === all ? all : new Set([...before, ...names]));
  };
  for (const file of files) {
    if (/\.test\.(tsx?|mjs)$|\.md$/.test(file)) continue;
    if (imports.has(file)) {
      for (const spec of importers(file, imports)) {
        const [suite, name] = specOf(spec);
        add(suite, [name]);
      }
      continue;
    }
    const [match] = folders
      .filter(([folder]) => file.startsWith(folder))
      .sort(([one], [other]) => other.length - one.length);
    for (const [suite, names] of Object.entries(match?.[1] ?? everything)) add(suite, names);
  }
  return touched;
}
