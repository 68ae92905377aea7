import { expect, it } from 'vitest';
import { ClipboardGuard } from '../privacy/clipboard-guard';
import { RecentCustomers } from '../privacy/recent-customers';
import { createHandlers, type Services } from './handlers';

function served(policy: Services['policy'] = {}) {
  const logged: string[] = [];
  const held = { text: '' };
  const clipboard = {
    writeText: (text: string) => {
      held.text = text;
    },
    readText: () => held.text,
    clear: () => {
      held.text = '';
    },
  };
  const services = {
    policy,
    customers: new RecentCustomers(),
    requests: { cancelAll: () => undefined },
    clipboardGuard: new ClipboardGuard(clipboard, 'win32'),
    log: { event: ({ event }: { event: string }) => logged.push(event) },
  };
  return { handlers: createHandlers(services as unknown as Services), logged };
}

it.each([0, 1])('applies the rule about copied text with %d calls on hold', async (held) => {
  const { handlers } = served();
  await handlers['clipboard:write']({ text: 'of this caller' });
  expect(await handlers['desk:held']({ held })).toEqual({ ok: true, value: 'stays' });
});

it.each([
  [{ verificationOverride: true }, true, ['verification-overridden']],
  [{ verificationOverride: false }, false, []],
  [{}, false, []],
])(
  'with the policy %j an account shown without verification is accepted and logged: %s',
  async (policy, ok, events) => {
    const { handlers, logged } = served(policy);
    expect(await handlers['desk:overridden'](null)).toMatchObject({ ok });
    expect(logged).toEqual(events);
  },
);
