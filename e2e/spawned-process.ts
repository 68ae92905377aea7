import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A child process that ends with its test. */
export interface Spawned {
  child: ChildProcess;
  end: () => Promise<void>;
}

export function start(command: string, args: string[], options: SpawnOptions): Spawned {
  const child = spawn(command, args, options);
  const ended = once(child, 'exit').catch(() => undefined);
  return {
    child,
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** First line of a child's output; rejects when the child ends without one. */
export async function firstLine({ child }: Spawned): Promise<string> {
  if (!child.stdout) throw new Error('The child has no standard output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${child.spawnfile} ended without a word (${child.exitCode})`);
}
