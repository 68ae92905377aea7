import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { LookupRequest } from '../../../preload/contract/calls';
import type { Caller } from '../../../preload/contract/phone-index';
import type { Studio } from '../../../preload/contract/studio';
import { type Maskable, MaskProvider } from '../../components/masking';
import { StudiosProvider } from '../../components/studios';
import type { CallState } from './call-store';
import { LookupBanner } from './lookup-banner';

const [munich, berlin] = ['Munich', 'Berlin'].map<Studio>((name) => ({
  ref: `https://a.example#${name}`,
  address: 'https://a.example',
  id: name,
  name,
}));
const call: LookupRequest = { text: '+4930901820', caller: 'number' };
const edgar: Caller = { studio: munich?.ref ?? '', id: '1001', name: 'Edgar Bullock', others: 0 };

/** Visible text of the banner. */
function banner(
  waiting: LookupRequest,
  caller: CallState['caller'],
  { masked = [], studios = [munich] }: { masked?: Maskable[]; studios?: (Studio | undefined)[] } = {},
): string {
  const store = createStore(() => ({ waiting, caller }) as CallState);
  const html = renderToStaticMarkup(
    <StudiosProvider studios={studios.flatMap((studio) => studio ?? [])}>
      <MaskProvider masked={new Set(masked)}>
        <LookupBanner store={store} onTake={() => undefined} onDismiss={() => undefined} />
      </MaskProvider>
    </StudiosProvider>,
  );
  const words = html.slice(0, html.indexOf('<button'));
  return words.replace(/<[^>]*>/g, '').trim();
}

it.each<[CallState['caller'], string]>([
  [undefined, 'Looking for the customer…'],
  ['nobody', 'This number could not be matched to one customer so far.'],
  ['failed', 'The lookup of this number failed.'],
  [edgar, 'Edgar Bullock'],
  [{ ...edgar, isUncertain: true }, 'Possibly Edgar Bullock'],
  [{ sharedBy: 1_037 }, 'This number is recorded for 1,037 customers'],
  [{ sharedBy: 21, isUncertain: true }, '21 customers have a number that ends with these digits'],
  [{ ...edgar, others: 1 }, 'Edgar Bullock · and 1 other with this number'],
  [{ ...edgar, others: 2 }, 'Edgar Bullock · and 2 others with this number'],
])('a waiting call shows its number and, of %j, "%s"', (caller, who) => {
  expect(banner(call, caller)).toBe(`Another call is waiting: +4930901820${who}`);
});

it('names the studio that was called, and that of the customer where it is another', () => {
  const studios = [munich, berlin];
  const called = { ...call, ...(berlin && { studio: berlin.ref }) };
  expect(banner(called, edgar, { studios })).toMatch(/\+4930901820 · BerlinEdgar Bullock · Munich$/);
  expect(banner({ ...call, studio: edgar.studio }, edgar, { studios })).toMatch(/· MunichEdgar Bullock$/);
});

it('masked contact data leaves three digits of the number', () => {
  const text = banner(call, edgar, { masked: ['contact'] });
  expect(text).toContain('••••••820Edgar Bullock');
  expect(text).not.toContain('901820');
});

it.each<[LookupRequest, string]>([
  [{ text: '', caller: 'withheld' }, 'Another call is waiting: without a number'],
  [{ text: '205', caller: 'internal' }, 'Another call is waiting: internal number 205'],
  [{ text: '%n', caller: 'unreadable' }, 'Another call is waiting: “%n” instead of a number'],
  [{ text: 'nowak' }, 'Another lookup is waiting: “nowak”'],
])('%j has no second line', (waiting, text) => {
  expect(banner(waiting, undefined)).toBe(text);
});
