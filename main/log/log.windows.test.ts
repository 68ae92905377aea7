import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Held, hold, tools } from '../../scripts/windows/windows-tools';
import { Log } from './log';

/** Just below the size at which the log is rotated. */
const full = `${'x'.repeat(1023)}\n`.repeat(1023);

let folder: string;
let held: Held[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'Protokoll für Köln '));
  held = [];
});
afterEach(async () => {
  for (const each of held) await each.release();
  await rm(folder, { recursive: true });
});

const path = (age: number) => join(folder, age === 0 ? 'ringside.log' : `ringside.${age}.log`);
const read = (age: number) => readFile(path(age), 'utf8');
const open = async (age: number, share: string) => held.push(await hold(path(age), share));

/** Fills the log and the older files, each with its age in the first line. */
async function fill(ages = [0, 1, 2, 3, 4]) {
  for (const age of ages) await writeFile(path(age), `was ${age}\n${full}`);
}

it('is written with the line ends of Windows, in UTF-8', async () => {
  new Log(folder).event({ event: 'policy-refused', names: 'Schlüssel' });
  const text = await read(0);
  expect(text.endsWith('}\r\n')).toBe(true);
  expect(JSON.parse(text)).toMatchObject({ event: 'policy-refused', names: 'Schlüssel' });
});

it('is rotated, and the oldest file goes', async () => {
  await fill();
  new Log(folder).event({ event: 'quit' });
  expect(JSON.parse(await read(0))).toMatchObject({ event: 'quit' });
  for (const age of [1, 2, 3, 4]) expect((await read(age)).slice(0, 5)).toBe(`was ${age - 1}`);
});

describe.skipIf(!tools)('while another program has a file open', () => {
  it('that lets others write, lines are appended to the current file', async () => {
    new Log(folder).event({ event: 'revealed' });
    await open(0, 'rw');
    new Log(folder).event({ event: 'quit' });
    expect(
      (await read(0))
        .trim()
        .split('\r\n')
        .map((line) => JSON.parse(line).event),
    ).toEqual(['revealed', 'quit']);
  });

  it('the current file, no line is lost, and it is rotated when the program closes it', async () => {
    await fill([0]);
    await open(0, 'rw');
    const log = new Log(folder);
    for (let count = 0; count < 3; count += 1) log.event({ event: 'revealed' });
    expect((await read(0)).match(/revealed/g)?.length).toBe(3);
    await held[0]?.release();
    log.event({ event: 'quit' });
    expect(await read(0)).toMatch(/^\{"at":"[^"]*","event":"quit"\}\r\n$/);
    expect((await read(1)).match(/revealed/g)?.length).toBe(3);
  });

  it('an older file, no file is lost but the oldest, and rotation goes on afterwards', async () => {
    await fill();
    await open(2, 'rw');
    const log = new Log(folder);
    for (let count = 0; count < 3; count += 1) log.event({ event: 'revealed' });
    const kept = async () => {
      const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'));
      return (await Promise.all(files)).map((text) => text.slice(0, 5)).sort();
    };
    expect(await kept()).toEqual(['was 0', 'was 1', 'was 2', 'was 3']);
    expect((await read(0)).match(/revealed/g)?.length).toBe(3);
    await held[0]?.release();
    log.event({ event: 'quit' });
    expect(await kept()).toEqual(['was 0', 'was 1', 'was 2', 'was 3', '{"at"'].sort());
    expect(JSON.parse(await read(0))).toMatchObject({ event: 'quit' });
  });
});
