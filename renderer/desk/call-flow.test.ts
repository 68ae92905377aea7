import { expect, it, vi } from 'vitest';
import type { Ringside } from '../../preload/contract/api';
import type { AppStart, ClipboardFate } from '../../preload/contract/calls';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import { createCallFlow } from './call-flow';
import { createStores } from './stores';

// Node 20 has no navigator.
vi.stubGlobal('navigator', { onLine: true });

/** A desk without panels; main answers the end of a call, and a call on hold, with `fate`. */
function desk(fate: Outcome<ClipboardFate>) {
  const ringside = {
    desk: { clear: async () => fate, held: async () => fate, used: async () => succeed(null) },
    menu: { opened: async () => succeed(null) },
    clipboard: {},
  } as unknown as Ringside;
  const start = {
    connection: { mode: 'live', studios: [] },
    settings: {},
    update: {},
  } as unknown as AppStart;
  const ignore = () => undefined;
  const events = { onOpen: ignore, onConnection: ignore, onProxySignIn: ignore, onNetworkBack: ignore };
  const stores = createStores(ringside, start, events);
  const flow = createCallFlow(ringside, stores, [], ignore);
  stores.call.getState().begun();
  return { flow, copies: stores.copies };
}

type Flow = ReturnType<typeof desk>['flow'];

it.each<[string, (flow: Flow) => void]>([
  ['New call', ({ newCall }) => newCall()],
  ['a call on hold', ({ hold }) => hold()],
])('an open menu copies nothing after %s, also when main fails', (_, leave) => {
  const { flow, copies } = desk(fail({ kind: 'internal' }));
  let copied = 0;
  copies.getState().menuOpened({ what: 'balance', copy: () => (copied += 1) });
  copies.getState().menuChosen();
  leave(flow);
  copies.getState().menuChosen();
  expect(copied).toBe(1);
});

it.each<[string, (flow: Flow) => void]>([
  ['New call', ({ newCall }) => newCall()],
  ['Hold', ({ hold }) => hold()],
])('%s says what has become of the copied text', async (_, leave) => {
  const { flow, copies } = desk(succeed('stays'));
  leave(flow);
  await expect.poll(() => copies.getState().notice).toEqual({ kind: 'stays' });
});

it('a call that is taken back says what has become of the text that was copied before', async () => {
  const { flow, copies } = desk(succeed('cleared'));
  flow.hold();
  await expect.poll(() => copies.getState().notice).toBeDefined();
  copies.setState({ notice: undefined });
  flow.takeBack();
  await expect.poll(() => copies.getState().notice).toEqual({ kind: 'cleared' });
});
