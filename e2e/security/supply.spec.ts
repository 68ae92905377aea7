import { readdir, readFile, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { attack } from './fixtures';
import { asarOf, packageFolder } from './packaged';

const root = join(__dirname, '..', '..');
const json = async (name: string) => JSON.parse(await readFile(join(root, name), 'utf8'));

attack('strayFiles', async () => {
  const expected = [
    /^\/package\.json$/,
    /^\/out\/main\/((index|keychain-worker|slice-worker)\.js|licences\.json|chunks\/[\w-]+\.js)$/,
    /^\/out\/preload\/index\.js$/,
    /^\/out\/renderer\/(index\.html|licences\.json|assets\/index-[\w-]+\.(js|css))$/,
    /^\/node_modules\/keytar\/(package\.json|lib\/keytar\.js|build\/Release\/keytar\.node)$/,
  ];
  const files = listPackage(asarOf('release'), { isPack: false }).filter((path) => /\.\w+$/.test(path));
  const resources = (await readdir(join(packageFolder('release'), 'resources'))).filter(
    (name) => !/^(app(\.asar(\.unpacked)?|-update\.yml)|LICENSE\.txt)$/.test(name),
  );
  const stray = [...resources, ...files.filter((path) => !expected.some((pattern) => pattern.test(path)))];
  return stray.length === 0 ? 'none' : stray.join(', ');
});

attack('asarSize', async () => {
  const { size } = await stat(asarOf('release'));
  return size <= 2 * 2 ** 20 ? 'at most 2 MiB' : `${size} bytes`;
});

attack('runtimeModules', async () => {
  const asar = asarOf('release');
  const scripts = listPackage(asar, { isPack: false }).filter((path) =>
    /^\/out\/(main|preload)\/.*\.js$/.test(path),
  );
  const code = scripts.map((path) => String(extractFile(asar, path.slice(1)))).join('\n');
  const wanted = code.matchAll(/\b(?:require|import)\(["'`]([^"'`]+)["'`]\)/g);
  const names = new Set(
    [...wanted].map(([, name]) => name ?? '').filter((name) => !/^(node:|\.)/.test(name)),
  );
  return [...names].filter((name) => name !== 'electron' && !builtinModules.includes(name)).join(', ');
});

attack('installScripts', async () => {
  const [{ packages }, { allowScripts }] = [await json('package-lock.json'), await json('package.json')];
  const scripted = Object.entries<{ hasInstallScript?: boolean; optional?: boolean }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const undecided = scripted.filter((name) => !(name in allowScripts));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  return `allowed ${allowed.join(', ')}; undecided ${undecided.join(', ') || 'none'}`;
});

attack('lockfile', async () => {
  const { packages } = await json('package-lock.json');
  const entries = Object.entries<{ resolved?: string; integrity?: string; link?: boolean }>(packages).filter(
    ([path]) => path !== '',
  );
  const loose = entries.filter(([, { integrity = '' }]) => !/^sha512-/.test(integrity));
  // npm omits the URL of packages from its own registry.
  const elsewhere = entries.filter(
    ([, { resolved, link }]) => link || (resolved && !/^https:/.test(resolved)),
  );
  return `${entries.length > 100 ? '' : 'few packages, '}${loose.length} without a hash, ${elsewhere.length} from elsewhere`;
});

attack('billOfMaterials', async () => {
  const { components } = await json('dist/ringside.cdx.json');
  const listed = new Set(
    components.map(
      ({ group, name, version }: Record<string, string>) => `${group ? `${group}/` : ''}${name}@${version}`,
    ),
  );
  const licences = ['main', 'renderer'].flatMap((part): { name: string; version: string; text: string }[] =>
    JSON.parse(String(extractFile(asarOf('release'), `out/${part}/licences.json`))),
  );
  const missing = licences.filter(({ name, version }) => !listed.has(`${name}@${version}`));
  const wordless = licences.filter(({ text }) => text === '');
  return `${missing.length} of what ships missing, ${wordless.length} without a licence text`;
});
