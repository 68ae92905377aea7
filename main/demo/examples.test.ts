import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleRow, examples, sections } from './examples';
import { startTestServer, type TestServer } from './test-server';

let demo: TestServer;
beforeAll(async () => {
  demo = await startTestServer();
});
afterAll(() => demo.server.close());

const page = readFileSync(resolve(import.meta.dirname, '../../docs/demo.md'), 'utf8');

describe('the examples', () => {
  it.each(examples.map((example) => [example.id, exampleRow(example)]))(
    '%s stands in docs/demo.md',
    (_, row) => {
      expect(page.split('\n')).toContain(row);
    },
  );

  it('are the rows of docs/demo.md', () => {
    expect(page.match(/^\| \d+ \|/gm)).toHaveLength(examples.length);
  });

  it('have unique IDs', () => {
    const ids = examples.map(({ id, studio = 1 }) => `${studio} ${id}`);
    expect(new Set(ids).size).toBe(examples.length);
  });

  it('are found by "demo", in the order of their IDs', async () => {
    const found: { id: number }[] = (await demo.search({ lastName: 'demo' })).json();
    const own = Object.values({ ...sections, people: [] })
      .flat()
      .filter(({ studio = 1 }) => studio === 1);
    const listed = own.filter(({ only }) => !only || only.lastName);
    const ids = listed.map(({ id }) => Number(id)).sort((a, b) => a - b);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('have only the fields that they show', async () => {
    const fields = async (id: string) => Object.keys((await demo.ask(`/v1/customers/${id}`)).json());
    expect(await fields('9019')).toEqual(['id', 'status', 'accessRefusal', 'firstName', 'lastName']);
    expect(await fields('9024')).not.toContain('dateOfBirth');
    expect(await fields('9025')).not.toContain('customerNumber');
    expect(await fields('9026')).toEqual(['id', 'status', 'accessRefusal', 'lastName']);
    expect(await fields('9027')).toEqual(['id', 'status', 'accessRefusal']);
    expect(await fields('1009')).not.toContain('dateOfBirth');
  });
});
