import { beforeEach, expect, it, vi } from 'vitest';
import type { ConnectInput, ConnectResult } from '../../preload/contract/calls';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import type { ImportRow } from '../../preload/contract/studio-import';
import { ConnectionService } from './connection';
import { StudioImport } from './studio-import';

const keys = ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', '0e37df36-f698-11e6-8dd4-cb9ced3df976'];
const [one = '', two = ''] = keys;

/** A fake of the connection: it records what is connected, and refuses what the test says. */
class FakeConnection {
  readonly inputs: ConnectInput[] = [];
  readonly consented: string[] = [];
  refuses: Record<string, Outcome<ConnectResult>> = {};
  consent = true;
  running = 0;
  mostRunning = 0;
  readonly parse = ConnectionService.prototype.parse.bind({} as ConnectionService);

  async consents(address: string, consented: readonly string[] = []) {
    this.consented.push([...consented, address].join(' after '));
    return this.consent;
  }

  async connectKnown(input: ConnectInput): Promise<Outcome<ConnectResult>> {
    this.inputs.push(input);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    await new Promise((done) => setImmediate(done));
    this.running -= 1;
    const { address, key, name = 'Named by the API' } = input;
    const studio = { ref: `${address}#1`, address, id: '1', name };
    const connection = { mode: 'live' as const, studios: [studio] };
    return this.refuses[key] ?? succeed({ connection, studio, was: 'added' });
  }
}

let connection: FakeConnection;
let rows: StudioImport;
let told: ImportRow[][];
const states = (all: readonly ImportRow[]) => all.map(({ state }) => state);

async function read(text: string): Promise<ImportRow[]> {
  const outcome = await rows.read(text, undefined);
  if (!outcome.ok) throw new Error(outcome.problem.kind);
  return outcome.value;
}

beforeEach(() => {
  connection = new FakeConnection();
  told = [];
  rows = new StudioImport(connection, (now) => told.push(structuredClone(now)));
});

it('shows each row before anything is sent, without its key', async () => {
  const shown = await read(`A;${one};https://a.example\nB;${two};tenant\nC;;https://a.example`);
  expect(states(shown)).toEqual(['ready', 'brandNeeded', 'invalid']);
  expect(shown[2]?.fault).toBe('keyEmpty');
  expect(JSON.stringify(shown)).not.toContain(one);
  expect(connection.inputs).toEqual([]);
});

it('asks for consent once for all rows of an address, and connects them', async () => {
  await read(`A;${one};https://a.example\nB;${two};https://a.example/`);
  expect(states(await rows.connect({}))).toEqual(['added', 'added']);
  expect(connection.consented).toEqual(['https://a.example']);
  expect(told.map(states)).toContainEqual(['added', 'proving']);
  expect(JSON.stringify(told)).not.toContain(one);
});

it('sends nothing to an address without consent', async () => {
  connection.consent = false;
  await read(`A;${one};https://evil.example`);
  expect(await rows.connect({})).toMatchObject([{ state: 'failed', problem: { kind: 'cancelled' } }]);
  expect(connection.inputs).toEqual([]);
});

it('names the addresses of the same import in each question, and stops asking after three refusals', async () => {
  const table = Array.from({ length: 6 }, (_, index) => `S;${one};https://${index}.example`).join('\n');
  await read(table);
  await rows.connect({});
  expect(connection.consented[1]).toBe('https://0.example after https://1.example');
  connection.consented.length = 0;
  connection.consent = false;
  await read(table);
  expect(states(await rows.connect({}))).toEqual(Array(6).fill('failed'));
  expect(connection.consented).toHaveLength(3);
});

it('reads none of too many rows', async () => {
  const row = `S;${one};https://a.example\n`;
  expect(await rows.read(row.repeat(2_001), undefined)).toEqual(fail({ kind: 'tooManyRows' }));
  expect(rows.rows()).toEqual([]);
  expect(await read(row.repeat(2_000))).toHaveLength(2_000);
});

it('forgets rows that nobody connects', async () => {
  vi.useFakeTimers();
  await read(`A;${one};https://a.example`);
  vi.advanceTimersByTime(15 * 60_000);
  vi.useRealTimers();
  expect(await rows.connect({})).toEqual([]);
});

it('tries again only the rows that failed', async () => {
  connection.refuses = { [two]: fail({ kind: 'unauthorized' }) };
  await read(`A;${one};https://a.example\nB;${two};https://a.example`);
  expect(states(await rows.connect({}))).toEqual(['added', 'failed']);
  connection.refuses = {};
  connection.inputs.length = 0;
  expect(states(await rows.connect({}))).toEqual(['added', 'added']);
  expect(connection.inputs.map(({ key }) => key)).toEqual([two]);
});

it('asks for the name that the API does not supply', async () => {
  connection.refuses = { [one]: fail({ kind: 'studioUnnamed' }) };
  await read(`${one};https://a.example`);
  expect(states(await rows.connect({}))).toEqual(['nameNeeded']);
  connection.refuses = {};
  expect(await rows.connect({ 1: ' City Gym ' })).toMatchObject([{ state: 'added', name: 'City Gym' }]);
});

it('proves at most six keys of an address at a time', async () => {
  const many = Array.from(
    { length: 30 },
    (_, index) => `S${index};${one.slice(0, -2)}${10 + index};https://a.example`,
  );
  await read(many.join('\n'));
  await rows.connect({});
  expect(connection.mostRunning).toBe(6);
});

it('connects no row twice, and none that was dropped', async () => {
  await read(`A;${one};https://a.example`);
  await rows.connect({});
  await rows.connect({});
  expect(connection.inputs).toHaveLength(1);
  await read(`A;${one};https://a.example`);
  rows.clear();
  expect(await rows.connect({})).toEqual([]);
});
