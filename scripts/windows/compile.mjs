import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmArchive, unpack } from '../bootstrap/npm-archive.mjs';
import { modules } from '../bootstrap/paths.mjs';
import { runStep } from '../bootstrap/run-step.mjs';
import { say } from '../bootstrap/say.mjs';
import { nodeApiHeaders, nodeForWindows } from './pinned-packages.mjs';

const target = 'x86_64-w64-mingw32';
const compiler = `${target}-g++-posix`;
const sources = fileURLToPath(new URL('./tools', import.meta.url));

/** Unpacks a pinned package. @returns its folder */
async function unpacked(folder, pinned, what) {
  const into = join(folder, `${pinned.package}-${pinned.version}`);
  if (existsSync(into)) return into;
  const work = `${into}.${process.pid}`;
  await unpack(await npmArchive(pinned, what), work, what);
  renameSync(work, into);
  return into;
}

/** Path of node.exe. */
export async function nodeProgram(folder) {
  return join(await unpacked(folder, nodeForWindows, 'Node for Windows'), 'bin', 'node.exe');
}

/**
 * Compiles keytar for Windows from its own sources, into a `node_modules` where the tests look it up. node.exe exports
 * Node-API, and an import library made of its names stands for the one that Visual C++ would use.
 */
export async function compileKeytar(folder) {
  const keytar = join(folder, 'node_modules', 'keytar');
  if (existsSync(keytar)) return;
  const headers = await unpacked(folder, nodeApiHeaders, 'the headers of Node-API');
  say('Compiling keytar for Windows');
  const work = `${keytar}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'build', 'Release'), { recursive: true });
  const library = join(work, 'libnode.a');
  await runStep('Making the import library', `${target}-dlltool`, [
    '--input-def',
    join(headers, 'def', 'node_api.def'),
    '--dllname',
    'node.exe',
    '--output-lib',
    library,
  ]);
  const from = join(modules, 'keytar');
  await runStep('Compiling keytar for Windows', compiler, [
    '-std=c++17',
    '-O1',
    '-shared',
    '-static',
    ...['NAPI_VERSION=8', 'NODE_GYP_MODULE_NAME=keytar', 'BUILDING_NODE_EXTENSION'].map(
      (each) => `-D${each}`,
    ),
    ...['NAPI_DISABLE_CPP_EXCEPTIONS', 'UNICODE', '_UNICODE'].map((each) => `-D${each}`),
    ...['-I', join(headers, 'include'), '-I', join(modules, 'node-addon-api')],
    ...['async.cc', 'main.cc', 'keytar_win.cc'].map((file) => join(from, 'src', file)),
    library,
    ...['-lcrypt32', '-ladvapi32', '-o', join(work, 'build', 'Release', 'keytar.node')],
  ]);
  rmSync(library);
  for (const file of ['package.json', 'lib']) cpSync(join(from, file), join(work, file), { recursive: true });
  renameSync(work, keytar);
}

/** Compiles the small programs that the tests start. @param {string} [command] the compiler */
export async function compileTools(folder, command = compiler) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['print-arguments', 'hold-file']) {
    const [source, program] = [join(sources, `${name}.cc`), join(folder, `${name}.exe`)];
    if ((statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0) > statSync(source).mtimeMs) continue;
    await runStep(`Compiling ${name}`, command, [
      ...['-O1', '-static', source],
      ...['-lshell32', '-o', program],
    ]);
  }
}
