import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { instance } from '@viz-js/viz';
import { parseSync } from 'vite';
import { root } from './bootstrap/paths.mjs';
import { isMain } from './bootstrap.mjs';

/** Path of the picture in the repository. */
export const pictureFile = 'docs/architecture.svg';

const processes = ['renderer', 'preload', 'main'];

/** Files at the top of main that build the services; the other files there are used by all folders. */
const composing = new Set([
  'main/index.ts',
  'main/app.ts',
  'main/headless-tasks.ts',
  'main/command-line.ts',
  'main/launch-check.ts',
]);

const sharedFolders = new Set(['bookings', 'components', 'format', 'messages', 'styles']);
const sharedFiles = new Set([
  'actions.ts',
  'platform-keys.ts',
  'after-paint.ts',
  'customer-ref.ts',
  'loadable.ts',
  'missing-rights.ts',
  'network-status.ts',
  'problem-traits.ts',
  'resource.ts',
  'source.ts',
]);

/** The node of a source file, such as `main/api`. */
export function nodeOf(path) {
  const file = /\.tsx?$/.test(path) ? path : `${path}.ts`;
  const [process, folder, ...rest] = file.split('/');
  if (process === 'renderer' && (sharedFolders.has(folder) || sharedFiles.has(folder)))
    return 'renderer/shared';
  if (process === 'main' && (folder === 'app' || composing.has(file))) return 'main/';
  if (rest.length > 0) return `${process}/${folder}`;
  return process === 'main' ? 'main/shared' : `${process}/`;
}

/**
 * Import graph of the source with one node per folder.
 *
 * @returns {{ nodes: Set<string>, imports: Set<string> }} `imports` holds `from to` for each runtime import between
 * nodes; type-only imports are left out
 */
export function importGraph() {
  const sources = processes
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => slashes(join(folder, file))),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test\.tsx?|d\.ts)$/.test(file))
    .sort();
  const nodes = new Set();
  const imports = new Set();
  for (const file of sources) {
    const from = nodeOf(file);
    nodes.add(from);
    for (const to of runtimeImports(file).map(nodeOf)) if (to !== from) imports.add(`${from} ${to}`);
  }
  return { nodes, imports };
}

function runtimeImports(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const { staticImports, dynamicImports } = parseSync(file, text).module;
  const isType = ({ entries }) => entries.length > 0 && entries.every((entry) => entry.isType);
  const specifiers = [
    ...staticImports.filter((each) => !isType(each)).map(({ moduleRequest }) => moduleRequest.value),
    ...dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  return specifiers
    .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.css'))
    .map((specifier) => slashes(normalize(join(dirname(file), specifier))));
}

function slashes(path) {
  return path.replaceAll('\\', '/');
}

/** Labels of the nodes. */
const labels = {
  'renderer/': ['app.tsx, console.tsx', 'the window, composed of the features'],
  'renderer/desk': ['desk/', 'stores, and what happens across them'],
  'renderer/features': ['features/', 'a folder a panel'],
  'renderer/shared': ['components/ format/ messages/', 'what every feature uses'],
  'preload/': ['index.ts', 'window.ringside, a function a channel'],
  'preload/contract': ['contract/', 'calls, domain, Problem: types alone'],
  'main/': ['index.ts, app.ts', 'start-up; the first answer'],
  'main/ipc': ['ipc/', 'sender, rate and input checks'],
  'main/api': ['api/', 'HTTP, search, problems, quota'],
  'main/connection': ['connection/', 'key, address, settings, proxy'],
  'main/policy': ['policy/', 'managed configuration'],
  'main/privacy': ['privacy/', 'clipboard, recents, away lock'],
  'main/window': ['window/', 'window, app://, links, lockdown'],
  'main/updates': ['updates/', 'signed updates'],
  'main/telemetry': ['telemetry/', 'OTLP export'],
  'main/log': ['log/', 'log and recent calls'],
  'main/demo': ['demo/', 'the API on loopback'],
  'main/about': ['about/', 'versions and licences'],
  'main/shared': ['*.ts', 'small parts that all folders use'],
};

const titles = {
  renderer: 'renderer: draws; no key, no network',
  preload: 'preload: the border',
  main: 'main: holds the keys, makes every request',
};

/**
 * Graphviz source of the picture: a box per process, a node per folder, an arrow where one folder imports another.
 */
export function dotOf({ nodes, imports }) {
  const quote = (text) => JSON.stringify(text);
  // Graphviz measures text slightly too narrow; the spaces keep it inside its box.
  const padded = (text) => `&#160;&#160;${text}&#160;&#160;`;
  const node = (name) => {
    const [title = name, note = ''] = labels[name] ?? [];
    return `${quote(name)} [label=<<b>${padded(title)}</b><br/><font point-size="10" color="#525d6b">${padded(note)}</font>>]`;
  };
  const cluster = (process) => [
    `subgraph cluster_${process} {`,
    `label=<<b>${padded(titles[process])}</b>>; labeljust=l; style="rounded,filled"; fillcolor="#f4f5f7"; color="#8a94a3"; fontcolor="#15181d"; margin=14;`,
    ...[...nodes].filter((name) => name.startsWith(`${process}/`)).map(node),
    '}',
  ];
  // The composition root imports every folder of main, and all processes import the contract; those arrows would hide
  // the others.
  const edges = [...imports]
    .map((key) => key.split(' '))
    .filter(([from, to]) => from !== 'main/' && to !== 'main/shared' && to !== 'preload/contract')
    .toSorted()
    .map(([from, to]) => `${quote(from)} -> ${quote(to)}`);
  return [
    'digraph architecture {',
    'rankdir=TB; nodesep=0.3; ranksep=0.45; bgcolor="white"; fontname="Helvetica,Arial,sans-serif"; fontsize=13; pad=0.2;',
    'node [shape=box, style="rounded,filled", fillcolor=white, color="#8a94a3", fontcolor="#15181d", fontname="Helvetica,Arial,sans-serif", fontsize=12, margin="0.12,0.09"];',
    'edge [color="#3a4bc0", arrowsize=0.7, fontname="Helvetica,Arial,sans-serif", fontsize=10, fontcolor="#525d6b"];',
    ...processes.flatMap(cluster),
    ...edges,
    '"renderer/desk" -> "preload/" [style=dashed, label="  window.ringside"]',
    '"preload/" -> "main/ipc" [style=dashed, label="  IPC"]',
    'keychain [label="OS keychain", fillcolor="#eef0fd"]; studio [label="API of the studios", fillcolor="#eef0fd"];',
    '"main/connection" -> keychain [style=dashed]; "main/api" -> studio [style=dashed, label="  HTTPS"]',
    // Invisible edges that stack the processes, and keep folders without arrows out of one long row.
    '"renderer/shared" -> "preload/contract" [style=invis]; "preload/contract" -> "main/" [style=invis];',
    '"main/" -> "main/about" -> "main/shared" [style=invis]; "main/window" -> "main/privacy" -> "main/log" -> "main/demo" [style=invis];',
    '}',
  ].join('\n');
}

/** The picture as SVG. It depends only on the imports, so it is the same on every machine. */
export async function draw() {
  const viz = await instance();
  return `${viz.renderString(dotOf(importGraph()), { format: 'svg' }).trim()}\n`;
}

if (process.argv[1] && isMain(import.meta.url)) writeFileSync(join(root, pictureFile), await draw());
