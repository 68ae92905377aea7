import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Logger from 'electron-log/src/core/Logger.js';
import fileTransport from 'electron-log/src/node/transports/file/index.js';
import type { CallRecord } from '../../preload/contract/call-record';

/** What happens to the program itself; every field is a word of ours or of Electron's, never of a customer's. */
export type LogEvent =
  | { event: 'start'; version: string; platform: string; electron: string }
  | { event: 'page-gone'; reason: string }
  | { event: 'settings-unusable'; problem: string }
  | { event: 'policy-refused'; names: string }
  | { event: 'main-failed'; name: string }
  | { event: 'revealed' }
  | { event: 'version-broken'; version: string; previous: string }
  | { event: 'went-back'; left: string }
  | { event: 'update'; phase: string; version?: string; fault?: string }
  | { event: 'quit' };

/** A file never grows past this; the longest line there is stays far below 1 KiB. */
const fileBytes = 1024 * 1024;
const longestLine = 1024;
/** With the one being written: five files. */
const olderFiles = 4;

/**
 * `ringside.log` and its four predecessors, a JSON object a line, 1 MiB each. A call is written as its record
 * ({@link CallRecord}), which is the allow-list; there is no way to write anything else.
 */
export class Log {
  readonly #file: Logger['transports']['file'];
  readonly #logger: Logger;

  constructor(private readonly folder: string) {
    // The file alone: a whole electron-log loads node:https for its remote transport, a tenth of what main does before a desk.
    this.#logger = new Logger({
      logId: 'ringside',
      dependencies: { externalApi: { getPathVariables: () => ({}) } },
      transportFactories: { file: fileTransport, console: () => () => undefined },
    });
    this.#file = this.#logger.transports.file;
    this.#file.format = '{text}';
    this.#file.maxSize = fileBytes - longestLine;
    // A desktop's other users have no business in it.
    this.#file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
    this.#file.resolvePathFn = () => join(folder, 'ringside.log');
    this.#file.archiveLogFn = () => this.#rotate();
  }

  readonly call = (record: CallRecord): void => this.#write({ event: 'call', ...record });

  event(event: LogEvent): void {
    this.#write({ at: new Date().toISOString(), ...event });
  }

  #write(line: object): void {
    this.#logger.info(JSON.stringify(line));
  }

  /** A disk that refuses must not end a lookup: the log then goes on in the file it has. */
  #rotate(): void {
    const name = (age: number) => join(this.folder, age === 0 ? 'ringside.log' : `ringside.${age}.log`);
    try {
      mkdirSync(this.folder, { recursive: true });
      rmSync(name(olderFiles), { force: true });
      for (let age = olderFiles - 1; age >= 0; age -= 1) renameIfThere(name(age), name(age + 1));
    } catch {
      // Nobody can be told: the log is where it would be told.
    }
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
