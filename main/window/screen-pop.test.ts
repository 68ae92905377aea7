import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LookupRequests } from './lookup-requests';
import { findStudio, lookupOfLink, lookupRequest } from './screen-pop';

it.each([
  ['ringside://customer/1001', 'id:1001'],
  ['ringside://customer/1001/', 'id:1001'],
  ['RINGSIDE://customer/1-12345', '1-12345'],
  ['ringside://search?q=bullock%20edgar', 'bullock edgar'],
  ['ringside://search/?q=M%C3%BCller+J%C3%B6rg', 'Müller Jörg'],
  ['ringside://search?q=a&q=b&key=x', 'a'],
  ['ringside://search?q=two%0D%0Alines', 'two lines'],
  ['ringside://search?q=', undefined],
  ['ringside://search', undefined],
  ['ringside://customer/', undefined],
  ['ringside://customer/%E0%A4%A', undefined],
  ['ringside://connect?address=https://evil.example', undefined],
  ['ringside:customer/1001', undefined],
  ['https://customer/1001', undefined],
  ['--customer=1001', undefined],
])('%s asks for %j', (link, lookup) => {
  expect(lookupOfLink(link)?.text).toBe(lookup);
});

it('any link gives one line of limited length, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), (text, search) => {
      const end = encodeURIComponent(text);
      const lookup = lookupOfLink(search ? `ringside://search?q=${end}` : `ringside://customer/${end}`);
      expect(lookup?.text ?? 'x').toMatch(/^[^\p{Cc}]{1,203}$/u);
      for (const link of [`ringside://call?number=${text}&studio=${text}`, `tel:${end}`])
        expect(lookupOfLink(link)?.text ?? '').toMatch(/^[^\p{Cc}]{0,60}$/u);
    }),
  );
});

it.each([
  ['ringside://call?number=%2B4930901820', 'number', '+4930901820'],
  ['ringside://call?number=+4930901820', 'number', '+4930901820'],
  ['ringside://call/?number=+49+30+901820', 'number', '+4930901820'],
  ['RINGSIDE://CALL?NUMBER=030%20901820', 'number', '030901820'],
  ['ringside://call?studio=2&number=sip:+4930901820@pbx;user=phone', 'number', '+4930901820'],
  ['ringside://call?number=205', 'internal', '205'],
  ['ringside://call?number=', 'withheld', ''],
  ['ringside://call?number=anonymous&studio=2', 'withheld', ''],
  ['ringside://call?number=%CallerNumber%', 'unreadable', '%CallerNumber%'],
  ['ringside://call?number=#number#', 'unreadable', '#number#'],
  ['ringside://call?number={number}&studio=2', 'unreadable', '{number}'],
  ['tel:+49-30-901820', 'number', '+4930901820'],
  ['TEL:+4930901820', 'number', '+4930901820'],
  ['callto://+4930901820', 'number', '+4930901820'],
  ['tel:', 'withheld', ''],
])('%s is a call', (link, caller, text) => {
  expect(lookupOfLink(link)).toEqual({ caller, text, ...(link.includes('studio=2') && { studio: '2' }) });
});

it.each([
  'ringside://call',
  'ringside://call?',
  'ringside://call?phone=1',
  'ringside://caller?number=1',
  'sip:1@x',
  'xtel:1',
])('%s is no call', (link) => expect(lookupOfLink(link)).toBeUndefined());

it('the studio of a call may be a name', () => {
  expect(lookupOfLink('ringside://call?number=205&studio=Fit+Example%20M%C3%BCnchen')?.studio).toBe(
    'Fit Example München',
  );
});

it('a lookup waits for the page, the last one wins, and each is sent once', () => {
  const told: string[] = [];
  const requests = new LookupRequests({ text: 'first' }, ({ text }) => told.push(text));
  requests.arrived({ text: 'second' });
  expect(requests.pageStarted()?.text).toBe('second');
  requests.arrived({ text: 'third' });
  expect(told).toEqual(['third']);
  requests.pageGone();
  requests.arrived({ text: 'fourth' });
  expect(told).toEqual(['third']);
  expect(requests.pageStarted()?.text).toBe('fourth');
  expect(requests.pageStarted()).toBeUndefined();
});

const studios = [
  { ref: 'https://a.example#1210093500', address: 'https://a.example', id: '1210093500', name: 'Munich' },
  { ref: 'https://a.example#2', address: 'https://a.example', id: '2', name: 'City' },
  { ref: 'https://b.example#3', address: 'https://b.example', id: '3', name: 'City' },
];

it('a studio is named by its ID before its name, and by nothing empty', () => {
  const unnamed = { ref: 'https://c.example#9', address: 'https://c.example', id: '9', name: '' };
  const twin = { ref: 'https://c.example#8', address: 'https://c.example', id: '8', name: '2' };
  const all = [...studios, unnamed, twin];
  expect(findStudio('2', all)?.ref).toBe('https://a.example#2');
  expect(findStudio('', all)).toBeUndefined();
});

it.each([
  ['ringside://customer/1001?studio=1210093500', { text: 'id:1001', studio: 'https://a.example#1210093500' }],
  ['ringside://search?q=bullock&studio=Munich', { text: 'bullock', studio: 'https://a.example#1210093500' }],
  ['ringside://search?q=bullock&studio=munich', { text: 'bullock', unknownStudio: 'munich' }],
  ['ringside://search?q=bullock&studio=City', { text: 'bullock', unknownStudio: 'City' }],
  ['ringside://search?q=bullock&studio=', { text: 'bullock' }],
  ['ringside://call?number=205&studio=2', { text: '205', caller: 'internal', studio: 'https://a.example#2' }],
  ['ringside://call?number=&studio=4', { text: '', caller: 'withheld', unknownStudio: '4' }],
])('%s asks for a customer of a studio', (link, request) => {
  expect(lookupRequest(lookupOfLink(link) ?? { text: '' }, studios)).toEqual(request);
});
