import { expect } from '@playwright/test';
import type { ListFault } from '../../main/demo/list-faults';
import { phoneIndexIs, phonePolicy } from '../phone-index';
import { type Desktop, desktopRow } from './desktop-row';
import type { FaultId } from './table';

/** The members come in three slices of 500. */
const options = { customers: 1_500 };
const list = '/v1/customers';

/** Number of nobody. */
const nobodys = '+49 171 3920099';

/** Opens a desk with the index on demand, and searches a number, which makes the index. */
async function makeIndexFor(number: string, { connected, home, open, begin }: Desktop) {
  await connected();
  const context = await open({ args: [await phonePolicy(home)] });
  begin();
  await context.desk.find(number);
  return { ...context, answer: context.page.getByRole('complementary').first() };
}

/** Rows whose index ends as failed: what was read so far is searched, and the API is not asked for ever. */
for (const [id, how] of [
  ['phoneRepeats', 'repeats'],
  ['phoneEndless', 'endless'],
  ['phoneFails', 'internal'],
  ['phoneEmptySlice', 'emptyWithNext'],
  ['phoneNoList', 'noList'],
  ['phoneWithoutIds', 'withoutIds'],
  ['phoneOtherStudio', 'otherStudio'],
] as const satisfies readonly (readonly [FaultId, ListFault])[])
  desktopRow(
    id,
    async (desktop) => {
      desktop.server.failLists(how);
      const { page, desk, answer } = await makeIndexFor(nobodys, desktop);
      await phoneIndexIs(page, 'failed');
      const failed = answer.getByText(/^Fit Example Munich: /);
      await failed.waitFor();
      const reads = await failed.innerText();
      expect(desktop.server.requests(list), 'requests of an API that lies').toBeLessThan(20);
      // Of the first slice, which was read.
      await desk.find('030 23125001');
      await expect(desk.list.getByRole('option')).toHaveText(/Bullock/);
      return reads;
    },
    options,
  );

desktopRow(
  'phoneUnavailable',
  async (desktop) => {
    desktop.server.failLists('unavailable');
    const { page, desk, name } = await makeIndexFor(nobodys, desktop);
    await phoneIndexIs(page, 'complete');
    await desk.find('030 23125001');
    await name.waitFor();
    return name.innerText();
  },
  options,
);

desktopRow(
  'phoneLimited',
  async (desktop) => {
    desktop.server.failLists('rateLimitedOnce');
    const { page, desk, name } = await makeIndexFor(nobodys, desktop);
    await phoneIndexIs(page, 'paused');
    const before = desktop.server.requests(list);
    await phoneIndexIs(page, 'complete');
    // The index goes on with the slice that was refused: three slices, one of them twice.
    expect([before, desktop.server.requests(list)]).toEqual([2, 4]);
    await desk.find('030 23125001');
    await name.waitFor();
    return name.innerText();
  },
  options,
);

for (const [id, number] of [
  ['phoneVanished', '069 90009810'],
  ['phoneChanged', '069 90009808'],
] as const)
  desktopRow(id, async (desktop) => {
    const { page, desk, answer } = await makeIndexFor(number, desktop);
    await phoneIndexIs(page, 'complete');
    await desk.find(number);
    const nobody = answer.getByText(/^No match among the members/);
    await nobody.waitFor();
    await expect(desk.customer).toBeHidden();
    const [reads = ''] = (await nobody.innerText()).split(', as of');
    return reads;
  });
