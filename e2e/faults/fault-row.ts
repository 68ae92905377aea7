import { expect, type Locator } from '@playwright/test';
import { problems } from '../../renderer/messages/en-problems';
import { type FaultContext, paths } from './fault-context';
import { type OpenConnected, type SharedFaultContext, test } from './fixtures';
import { type Fault, type FaultId, faults } from './table';

/** Time limit in milliseconds, well above the 20 s in which every request ends. */
const timeoutMs = 90_000;

/** What to check after the fault was provoked. */
export interface Expectation {
  /** Where the agent reads the text: the title of the problem, or the balance when there is no problem. */
  where?: Locator;
  /** Path whose requests are counted: the balances by default, none for false. */
  counted?: string | false;
  /** Further checks. */
  also?: () => Promise<unknown>;
}

/** A row that manipulates the server of the shared Ringside. */
export function row(
  id: FaultId,
  provoke: (ringside: SharedFaultContext) => Promise<Expectation | undefined>,
): void {
  test(faults[id].fault, { annotation: { type: 'fault', description: id } }, async ({ ringside }) => {
    const expected = (await provoke(ringside)) ?? {};
    await prove(id, ringside, expected);
    const { counted = paths.balances } = expected;
    if (counted !== false) await expectRequests(ringside, counted, 1 + repeatsOf(faults[id]));
    await expected.also?.();
  });
}

/** A row that needs its own Ringside with switches or an address. */
export function ownRow(
  id: FaultId,
  provoke: (open: OpenConnected, home: string) => Promise<Expectation & { context: FaultContext }>,
): void {
  const details = { annotation: { type: 'fault', description: id } };
  test(faults[id].fault, details, async ({ openConnected, home }) => {
    const expected = await provoke(openConnected, home);
    await prove(id, expected.context, expected);
    await expected.also?.();
  });
}

/** Waits for the text of the row, and passes it with its duration to the reporter. */
async function prove(id: FaultId, context: FaultContext, expected: Expectation): Promise<void> {
  const fault: Fault = faults[id];
  const where = expected.where ?? (fault.problem === 'none' ? context.balance : context.title);
  const words = fault.reads ?? (fault.problem === 'none' ? '' : problems[fault.problem].title);
  // Unlike expect with its growing intervals, this resolves with the frame that renders the text.
  await where
    .filter({ hasText: words })
    .waitFor({ timeout: timeoutMs })
    .catch(() => undefined);
  const seconds = context.elapsed().toFixed(1);
  // Reports the text that is there instead.
  await expect(where).toContainText(words, { timeout: 1 });
  test.info().annotations.push({ type: 'reads', description: (await where.innerText()).trim() });
  test.info().annotations.push({ type: 'seconds', description: seconds });
  const { diagnostics } = context.desk;
  if (fault.problem === 'none' || fault.problem === 'cancelled') {
    await expect(diagnostics).toBeHidden();
    return;
  }
  // All facts stay open for the further checks of the row.
  await context.desk.openFacts();
  await expect(context.desk.fact('Duration')).toContainText(`, ${attempts(1 + repeatsOf(fault))}`);
}

/**
 * Expects that a call made this many attempts, and that the server saw no request beyond the attempts of calls. When the page
 * is late, the balance that main has prefetched has expired, and the page's request is a call of its own.
 */
async function expectRequests(
  { page, server, begun }: SharedFaultContext,
  path: string,
  expected: number,
): Promise<void> {
  const endpoint = path.replace(/(?<=\/customers\/)\d+/, '{customerId}');
  const attemptsOfCalls = async () => {
    const recent = await page.evaluate(() => window.ringside.call.recent());
    return (recent.ok ? recent.value : [])
      .filter((call) => call.endpoint === endpoint && call.startedAt >= begun)
      .map((call) => call.attempts);
  };
  await expect.poll(attemptsOfCalls).toContain(expected);
  const made = (await attemptsOfCalls()).reduce((sum, each) => sum + each, 0);
  expect(server.requests(path), 'requests seen').toBeGreaterThanOrEqual(expected);
  expect(server.requests(path), 'requests seen').toBeLessThanOrEqual(made);
}

function repeatsOf(fault: Fault): number {
  return fault.repeats ?? 0;
}

function attempts(count: number): string {
  return count === 1 ? '1 attempt' : `${count} attempts`;
}
