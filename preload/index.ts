import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame } from 'electron';
import { awaitReady } from './await-ready';
import type { Ringside } from './contract/api';
import type { Channel, EventName, Events, Input, Value } from './contract/calls';
import type { Outcome } from './contract/problem';
import { PageMemory } from './free-page-memory';

const memory = new PageMemory(() => webFrame.clearCache());

const send = awaitReady((channel, input) => ipcRenderer.invoke(channel, input));

async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Outcome<Value<C>>> {
  // `invoke` rejects a value that cannot be cloned, such as a function; calls of the contract never reject.
  const refused: Outcome<never> = {
    ok: false,
    problem: { kind: 'invalidInput', detail: `Input of ${channel}` },
  };
  memory.called(channel);
  const outcome = await send(channel, input).catch(() => refused);
  memory.answered();
  return outcome;
}

function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  // SECURITY: the page does not get the IpcRendererEvent, because its `sender` can send on any channel.
  const forward = (_event: IpcRendererEvent, payload: Events[E]) => listener(payload);
  ipcRenderer.on(event, forward);
  return () => ipcRenderer.removeListener(event, forward);
}

const events: Record<EventName, true> = {
  'lookup:requested': true,
  'action:requested': true,
  'connection:changed': true,
  'desk:idle': true,
  'search:progress': true,
  'phone:index-changed': true,
  'import:changed': true,
  'calls:ended': true,
  'update:changed': true,
  'menu:chosen': true,
};

// SECURITY: one function per channel. A generic `invoke(channel, …)` would expose every channel.
const ringside: Ringside = {
  app: {
    start: () => call('app:start', null),
    ready: () => call('app:ready', null),
    settled: () => call('app:settled', null),
  },
  connection: {
    connect: (input) => call('connection:connect', input),
    resume: () => call('connection:resume', null),
    exploreDemo: () => call('connection:explore-demo', null),
    remove: (input) => call('connection:remove', input),
    rename: (input) => call('connection:rename', input),
    test: (input) => call('connection:test', input),
    signInProxy: (input) => call('connection:sign-in-proxy', input),
  },
  import: {
    read: (input) => call('import:read', input),
    chooseFile: (input) => call('import:choose-file', input),
    connect: (input) => call('import:connect', input),
    clear: () => call('import:clear', null),
  },
  customer: {
    search: (input) => call('customer:search', input),
    get: (input) => call('customer:get', input),
    home: (input) => call('customer:home', input),
  },
  account: {
    balances: (input) => call('account:balances', input),
    bookings: (input) => call('account:bookings', input),
    contracts: (input) => call('account:contracts', input),
    checkIns: (input) => call('account:check-ins', input),
  },
  search: {
    rest: (input) => call('search:rest', input),
    cancel: () => call('search:cancel', null),
  },
  desk: {
    clear: () => call('desk:clear', null),
    opened: (input) => call('desk:opened', input),
    recents: () => call('desk:recents', null),
    revealed: () => call('desk:revealed', null),
    overridden: () => call('desk:overridden', null),
    used: () => call('desk:used', null),
    held: (input) => call('desk:held', input),
    focus: () => call('desk:focus', null),
  },
  call: {
    recent: () => call('call:recent', null),
  },
  phone: {
    index: () => call('phone:index', null),
    makeIndex: (input) => call('phone:make-index', input),
    stopIndex: () => call('phone:stop-index', null),
    forgetIndex: () => call('phone:forget-index', null),
    identify: (input) => call('phone:identify', input),
    numbers: (input) => call('phone:numbers', input),
    dial: (input) => call('phone:dial', input),
  },
  settings: {
    change: (input) => call('settings:change', input),
  },
  about: {
    show: () => call('about:show', null),
    openLogs: () => call('about:open-logs', null),
    check: () => call('about:check', null),
  },
  update: {
    check: () => call('update:check', null),
    install: () => call('update:install', null),
  },
  menu: {
    opened: (input) => call('menu:opened', input),
  },
  clipboard: {
    write: (input) => call('clipboard:write', input),
  },
  events: {
    // SECURITY: the name is checked, because a hostile page can pass any string.
    on: (event, listener) => (Object.hasOwn(events, event) ? on(event, listener) : () => undefined),
  },
};

contextBridge.exposeInMainWorld('ringside', ringside);
