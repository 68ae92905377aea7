import { canaryKey } from '../saved-studios';
import { startOf } from './first-paint';
import { limitRow, test } from './fixtures';
import { settledMemoryOf } from './processes';
import { inTurns, record } from './record';
import { balanceOf } from './server';

/** Number of studios of a large call center. */
const many = 200;
/** Requests to one tenant at a time (`main/api/desk-search.ts`). */
const atATime = 6;

test('studiosStart', async ({ bench }) => {
  limitRow(6);
  // The second start on a folder measures what Ringside keeps between its starts.
  const homes = { many: await bench.connectedHome(many), one: await bench.connectedHome() };
  const once = (home: string) => async () => {
    const running = await bench.start('ringside', { home, args: ['--remote-debugging-port=0'] });
    const ms = await startOf(running);
    await running.end();
    return ms;
  };
  record('studiosStart', await inTurns(15, once(homes.many), once(homes.one)));
});

test('studiosMemory', async ({ bench }) => {
  limitRow(6);
  // Made once, because saving 200 keys takes long on slowed processors.
  const homes = { many: await bench.connectedHome(many), one: await bench.connectedHome() };
  const once = (home: string) => async () => {
    const { pid, end } = await bench.start('ringside', { home });
    const megabytes = await settledMemoryOf(pid);
    await end();
    return megabytes;
  };
  record('studiosMemory', await inTurns(7, once(homes.many), once(homes.one)));
});

test('studiosSearch', async ({ bench, bare, shared: { server } }) => {
  limitRow(8);
  const body = JSON.stringify({ lastName: 'bullock', firstName: 'edgar' });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'Accept-Language': 'en' };
  const request = { url: `${server.origin}/v1/customers/search`, method: 'POST', body };
  const measure = async (studios: number, runs: number) => {
    const { look, end } = await bench.openDesk(studios);
    const sight = { texts: [balanceOf(100_001)] };
    // The first three searches learn that no key may search the chain.
    for (let search = 0; search < 3; search += 1) await look('bullock, edgar', sight);
    const balance = `${server.origin}/v1/customers/100001/account/balances`;
    const measured = await inTurns(
      runs,
      () => look('bullock, edgar', sight),
      async () => {
        const searches = Array.from({ length: studios }, (_, index) => ({
          ...request,
          headers: { ...headers, 'X-API-KEY': `${canaryKey}-${index}` },
        }));
        const account = { url: balance, headers: { ...headers, 'X-API-KEY': canaryKey } };
        return (await bare.ask(searches, atATime)) + (await bare.ask([account]));
      },
    );
    await end();
    return measured;
  };
  const notes: string[] = [];
  for (const studios of [1, 10, 50]) {
    const { ours, theirs } = await measure(studios, 7);
    notes.push(`${studios}: ${Math.round(median(ours))} of ${Math.round(median(theirs))} ms`);
  }
  const measured = await measure(many, 9);
  notes.push(`${many}: ${Math.round(median(measured.ours))} of ${Math.round(median(measured.theirs))} ms`);
  record('studiosSearch', {
    ...measured,
    note: `By number of studios, ours of theirs: ${notes.join(', ')}.`,
  });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
