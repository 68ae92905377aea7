import { expect, it } from 'vitest';
import { dialogMessages } from '../dialog-messages';
import { CallNotifications } from './call-notification';
import { callLookup, outsideLookup } from './screen-pop';

/** A desktop that shows notifications, whose window a test focuses. */
function desktop(language: 'en' | 'de' = 'en') {
  const desk = { isFocused: false, focused: 0 };
  const shown: { text: string; click: () => void }[] = [];
  const notifications = new CallNotifications(
    {
      isFocused: () => desk.isFocused,
      show({ title, body }, click) {
        const one = { text: `${title}: ${body}`, click };
        shown.push(one);
        return { close: () => void shown.splice(shown.indexOf(one), 1) };
      },
      focus() {
        desk.focused += 1;
      },
    },
    () => dialogMessages(language),
  );
  return { desk, shown, notifications };
}

const call = (text: string) => callLookup(text, 'Fit Example Munich') ?? expect.fail('no call');

it.each(['+49 30 901820', 'anonymous', '205', 'Edgar Bullock'])(
  'of %s says the same as of any other call',
  (text) => {
    const { shown, notifications } = desktop();
    notifications.arrived(call(text));
    expect(shown.map((each) => each.text)).toEqual(['Incoming call: A call is waiting in Ringside.']);
  },
);

it('is in the language of the desk', () => {
  const { shown, notifications } = desktop('de');
  notifications.arrived(call('205'));
  expect(shown.map((each) => each.text)).toEqual(['Eingehender Anruf: In Ringside wartet ein Anruf.']);
});

it('is not shown for a lookup that is no call, nor to an agent who looks at the window', () => {
  const { desk, shown, notifications } = desktop();
  notifications.arrived(outsideLookup('1001', undefined) ?? expect.fail('no lookup'));
  desk.isFocused = true;
  notifications.arrived(call('205'));
  expect(shown).toEqual([]);
});

it('brings the window to the front at a click, and goes when the agent looks at it', () => {
  const { desk, shown, notifications } = desktop();
  notifications.arrived(call('205'));
  shown[0]?.click();
  expect(desk.focused).toBe(1);
  notifications.seen();
  expect(shown).toEqual([]);
  notifications.seen();
});

it('of the next call replaces that of the former', () => {
  const { shown, notifications } = desktop();
  notifications.arrived(call('205'));
  notifications.arrived(call('206'));
  expect(shown).toHaveLength(1);
});
