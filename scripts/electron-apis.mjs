import { relative, sep } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { root } from './bootstrap/paths.mjs';
import { isMain } from './bootstrap.mjs';

const registers = new Set(['on', 'once', 'off', 'addListener', 'removeListener', 'emit']);

/** Whether a file is part of the product: tests and the entry points of npm scripts are not. */
const isProduct = (path) => /^(main|preload)\//.test(path) && !/\.test\.ts$/.test(path);

/** Electron adds its own events to Node's `process`; the ones that are used are Node's. */
const isNodes = (api) => /^Process( '|\.(on|once)$)/.test(api);

/**
 * Every method, event, property and option of Electron that main and preload use, as the type checker sees them, with the
 * files that use it: `App.getPath`, `App 'before-quit'`, `WebPreferences.sandbox`. A module that is passed on, perhaps as
 * an interface of Ringside, is listed by its name alone, `clipboard`: its methods are called where no type says so.
 *
 * @returns {{ apis: Map<string, Set<string>>, deprecated: Set<string> }} the deprecated ones are those of the installed
 * version of Electron
 */
export function electronApis() {
  const apis = new Map();
  const deprecated = new Set();
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: `${root}/tsconfig.json` }).getProjects();
    const { checker, program } = project;
    for (const file of project.rootFiles) {
      const path = relative(root, file).split(sep).join('/');
      if (!isProduct(path)) continue;
      const names = [];
      const literals = [];
      const modules = new Set();
      const passedOn = new Set();
      const visit = (node) => {
        const { kind, parent } = node;
        if (kind === SyntaxKind.ImportDeclaration) {
          if (node.moduleSpecifier.text !== 'electron') return;
          for (const { name } of node.importClause?.namedBindings?.elements ?? []) modules.add(name.text);
          return;
        }
        if (kind === SyntaxKind.PropertyAccessExpression) names.push(node.name);
        if (kind === SyntaxKind.ObjectLiteralExpression) literals.push(node);
        const isValue = kind === SyntaxKind.Identifier && modules.has(node.text) && parent.name !== node;
        if (isValue && parent.expression !== node && passes(parent)) passedOn.add(node.text);
        node.forEachChild(visit);
      };
      const source = program.getSourceFile(file);
      visit(source);
      const add = (name, symbol) => {
        if (isNodes(name)) return;
        if (!apis.has(name)) apis.set(name, new Set());
        apis.get(name).add(path);
        if (symbol?.getJsDocTags(checker).some((tag) => tag.name === 'deprecated')) deprecated.add(name);
      };
      for (const name of passedOn) add(name);
      checker.getSymbolAtLocation(names).forEach((symbol, at) => {
        const owner = ownerOf(symbol);
        if (!owner) return;
        const call = names[at].parent.parent;
        const [event] = registers.has(symbol.name) ? (call.arguments ?? []) : [];
        const isNamed = event?.kind === SyntaxKind.StringLiteral;
        add(isNamed ? `${owner} '${event.text}'` : `${owner}.${symbol.name}`, symbol);
      });
      // Only a file that names a type or a module of Electron passes options to it.
      for (const literal of modules.size > 0 ? literals : []) {
        const type = checker.getContextualType(literal);
        if (!type) continue;
        const types = alternatives(checker.getNonNullableType(type) ?? type);
        for (const name of literal.properties.map((property) => property.name?.text))
          for (const symbol of types.map((each) => name && checker.getPropertyOfType(each, name))) {
            const owner = ownerOf(symbol);
            if (owner) add(`${owner}.${name}`, symbol);
          }
      }
    }
  } finally {
    api.close();
  }
  return { apis, deprecated };
}

/** Where an identifier of a module is a value and not the object of an access. */
const passes = ({ kind }) =>
  [SyntaxKind.CallExpression, SyntaxKind.NewExpression, SyntaxKind.PropertyAssignment].includes(kind);

/** The members of a union, such as that of an object and a string; any other type alone. */
const alternatives = (type) => (type.isUnion?.() ? type.getTypes() : [type]);

/** Name of the class or interface of Electron that declares a symbol; undefined for a symbol of anything else. */
function ownerOf(symbol) {
  const [declaration] = symbol?.declarations ?? [];
  if (!declaration || !String(declaration.path).endsWith('/electron/electron.d.ts')) return undefined;
  let node = declaration.resolve();
  while (node && !node.name?.text?.match(/^[A-Z]/)) node = node.parent;
  return node?.name?.text ?? 'Electron';
}

// For a new row of docs/electron.md.
if (isMain(import.meta.url)) {
  const { apis, deprecated } = electronApis();
  for (const [name, files] of [...apis].sort())
    process.stdout.write(`${name}${deprecated.has(name) ? ' (deprecated)' : ''}: ${[...files].join(', ')}\n`);
}
