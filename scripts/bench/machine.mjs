import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';

/** Describes the machine of a run, as lines of text. @param electron its version and kind */
export function machineLines(electron) {
  const [cpu] = cpus();
  return [
    `${cpus().length} cores of ${cpu?.model.trim() ?? 'an unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(1)} GiB of memory`,
    systemName(),
    `Electron ${electron}`,
    ...(process.platform === 'linux'
      ? [
          'A display without a screen (Xvfb, 60 frames a second), drawn by the processor: no graphics card takes part',
        ]
      : []),
  ];
}

function systemName() {
  try {
    const [, name] = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
    if (name) return name;
  } catch {
    // Not a Linux, or the file is missing.
  }
  return type();
}
