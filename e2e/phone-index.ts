import { expect, type Page } from '@playwright/test';
import type { PhoneIndexState, StudioIndexState } from '../preload/contract/phone-index';
import { policySwitch } from './policy-switch';

/** Switches the telephone index on, and lets it be made as fast as the policy can allow. */
export const indexPolicy = { phoneLookup: 'onDemand', phoneIndexRequestsPerMinute: 600 };

/** A policy with a telephone index, as a switch. */
export function phonePolicy(home: string, policy: object = {}): Promise<string> {
  return policySwitch(home, { ...indexPolicy, ...policy });
}

/** The state of the telephone index, as the page sees it. */
export async function phoneIndexOf(page: Page): Promise<PhoneIndexState> {
  const outcome = await page.evaluate(() => window.ringside.phone.index());
  if (!outcome.ok) throw new Error(`The index has no state: ${outcome.problem.kind}`);
  return outcome.value;
}

/** Makes the telephone index of the first studio, and waits until it is in one of these states. */
export async function makePhoneIndex(
  page: Page,
  ...ends: StudioIndexState['state'][]
): Promise<StudioIndexState | undefined> {
  const [first] = (await phoneIndexOf(page)).studios;
  await page.evaluate(
    (studio) => window.ringside.phone.makeIndex({ studios: [studio] }),
    first?.studio ?? '',
  );
  return phoneIndexIs(page, ...(ends.length > 0 ? ends : (['complete'] as const)));
}

/** Waits until the index of the first studio is in one of these states. */
export async function phoneIndexIs(
  page: Page,
  ...ends: StudioIndexState['state'][]
): Promise<StudioIndexState | undefined> {
  const first = async () => (await phoneIndexOf(page)).studios[0];
  // A 429 pauses an endpoint for a minute.
  const timeout = 120_000;
  await expect
    .poll(async () => (await first())?.state, { timeout })
    .toMatch(new RegExp(`^(${ends.join('|')})$`));
  return first();
}
