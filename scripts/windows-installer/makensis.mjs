#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Replaces electron-builder's makensis for tests: compiles its script with Debian's makensis, as a 64-bit program, since
 * Debian's Wine without an i386 architecture runs no other. Debian lacks electron-builder's plug-ins; these are their calls
 * in its templates, by file, and what replaces them.
 */
const replaced = {
  // Only colours the window, which a silent installation does not have.
  'installSection.nsh': [[/^\s*SpiderBanner::Show.*$/gm, 'Nop']],
  'uninstaller.nsh': [[/^\s*WinShell::\w+ .*$/gm, 'Nop']],
  'include/installer.nsh': [[/^\s*WinShell::\w+ .*$/gm, 'Nop']],
  // The files that were packed, instead of the unpacked archive.
  'include/extractAppPackage.nsh': [
    [/^\s*Nsis7z::Extract .*$/gm, `File /r "${process.env.RINGSIDE_UNPACKED}/*.*"`],
  ],
  // Whether the program runs: Wine's stubs of PowerShell and findstr always answer yes.
  'include/allowOnlyOneInstallerInstance.nsh': [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: NSIS fills it in.
    [/^\s*Pop \$\{_RETURN\}$/gm, 'Pop ${_RETURN}\nStrCpy ${_RETURN} 1'],
  ],
};

/** In a 64-bit program "runs on x64" is always true, so that NSIS warns of branches that are never taken. */
const header = 'Target amd64-unicode\n!pragma warning disable 6012';

const templates = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'ringside-nsis-'));
try {
  cpSync(templates, folder, { recursive: true });
  for (const [file, rules] of Object.entries(replaced)) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = rules.reduce((text, [call, instead]) => text.replace(call, () => instead), before);
    // A template that has changed is noticed here.
    if (after === before) throw new Error(`${file} has none of the calls that are replaced`);
    writeFileSync(path, after);
  }
  cpSync(join(import.meta.dirname, 'StdUtils.nsh'), join(folder, 'include', 'StdUtils.nsh'));
  const script = readFileSync(0, 'utf8')
    .replaceAll(templates, folder)
    .replace(/^!addplugindir .*$/gm, '');
  const { NSISDIR, ...env } = process.env;
  const { status } = spawnSync('makensis', process.argv.slice(2), {
    cwd: folder,
    env,
    input: `${header}\n${script}`,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
