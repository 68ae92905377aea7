import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Logger from 'electron-log/src/core/Logger.js';
import fileTransport from 'electron-log/src/node/transports/file/index.js';
import type { CallRecord } from '../../preload/contract/call-record';
import { codeOf } from '../replace-file';

/** Event of the program itself. No field contains data of a customer. */
export type LogEvent =
  | { event: 'start'; version: string; platform: string; electron: string }
  | { event: 'page-gone'; reason: string }
  | { event: 'settings-unusable'; problem: string }
  | { event: 'policy-refused'; names: string }
  | { event: 'main-failed'; name: string }
  | { event: 'revealed' }
  | { event: 'dialled' }
  | { event: 'verification-overridden' }
  | { event: 'version-broken'; version: string; previous: string }
  | { event: 'went-back'; left: string }
  | { event: 'not-restored'; previous: string; code: string }
  | { event: 'update'; phase: string; version?: string; fault?: string }
  /** Result of fetching the telephone index: `new`, `unchanged`, or why the last one stays in use. */
  | { event: 'phone-index'; result: string }
  | { event: 'quit' };

/** Maximum size of a log file, in bytes. The longest line is far below 1 KiB. */
export const fileBytes = 1024 * 1024;
const maxLineBytes = 1024;
/** Number of log files beside the current one. */
export const olderFiles = 4;

/** Name of a log file; the current one has the age 0. */
export const logName = (age: number): string => (age === 0 ? 'ringside.log' : `ringside.${age}.log`);

/**
 * Writes `ringside.log`, and keeps four older files of 1 MiB each; one JSON object per line. A call is written as its
 * record ({@link CallRecord}), which is the allow-list. Nothing else can be written.
 */
export class Log {
  readonly #file: Logger['transports']['file'];
  readonly #logger: Logger;

  constructor(private readonly folder: string) {
    // Imported alone: all of electron-log loads node:https for its remote transport, a tenth of main's start-up.
    this.#logger = new Logger({
      logId: 'ringside',
      dependencies: { externalApi: { getPathVariables: () => ({}) } },
      transportFactories: { file: fileTransport, console: () => () => undefined },
    });
    this.#file = this.#logger.transports.file;
    this.#file.format = '{text}';
    this.#file.maxSize = fileBytes - maxLineBytes;
    // Other users of the desktop may not read the log.
    this.#file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
    this.#file.resolvePathFn = () => join(folder, logName(0));
    this.#file.archiveLogFn = () => this.#rotate();
  }

  readonly call = (record: CallRecord): void => this.#write({ event: 'call', ...record });

  event(event: LogEvent): void {
    this.#write({ at: new Date().toISOString(), ...event });
  }

  #write(line: object): void {
    this.#logger.info(JSON.stringify(line));
  }

  /**
   * Rotates the files. If the disk refuses, logging continues in the current file, and no lookup fails. On Windows, a program
   * that has one of the files open is enough for that; each line tries again.
   */
  #rotate(): void {
    const name = (age: number) => join(this.folder, logName(age));
    try {
      mkdirSync(this.folder, { recursive: true });
      const ages = Array.from({ length: olderFiles }, (_, index) => index + 1);
      // Where a rotation has stopped, a place is free: nothing older is moved or deleted for it.
      const free = ages.find((age) => !existsSync(name(age))) ?? olderFiles;
      rmSync(name(free), { force: true });
      for (let age = free - 1; age >= 0; age -= 1) renameIfThere(name(age), name(age + 1));
    } catch {
      // An error of the log cannot be logged.
    }
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
