import { expect, it } from 'vitest';
import { readablePhone } from './phone-format';

it.each([
  ['030/23125001', '+49 30 23125001', 'tel:+493023125001'],
  ['0049 (0)171 3920031', '+49 171 3920031', 'tel:+491713920031'],
  ['+43 1 5880021', '+43 1 5880021', 'tel:+4315880021'],
  ['+41 44 668 18 00', '+41 44 668 18 00', 'tel:+41446681800'],
])('shows %s in the international format', (sent, shown, link) => {
  expect(readablePhone(sent, ['DE'])).toEqual({ sent, shown, link });
});

it.each(['030 23125001 ext. 12', '030 23125001 x12', '030/23125001 Durchwahl 12', '030 23125001 DW. 12'])(
  'keeps the extension of %s',
  (sent) => {
    expect(readablePhone(sent, ['DE'])).toEqual({
      sent,
      shown: '+49 30 23125001',
      extension: '12',
      link: 'tel:+493023125001;ext=12',
    });
  },
);

it.each([
  '112',
  '110',
  '*100#',
  '+49 89 5550 1031 (reception, ask for extension 12)',
  'call Anna',
  '171 1',
  `030 23125001 ${'9'.repeat(1_000)}`,
])('shows %s as it was sent, and does not dial it', (sent) => {
  expect(readablePhone(sent, ['DE'])).toEqual({ sent, shown: sent });
});

it.each([
  ['premium', '0900 1234567'],
  ['premium', '+44 909 8790000'],
  ['shared-cost', '0180 5123456'],
  ['shared-cost', '0137 1123456'],
  ['premium', '0137 7123456'],
  ['personal', '0700 12345678'],
  ['pager', '+49 164 412345'],
])('does not dial the %s number %s', (_type, sent) => {
  expect(readablePhone(sent, ['DE'])).not.toHaveProperty('link');
});

it.each([
  ['landline', '030 901820'],
  ['mobile', '0171 3920031'],
  ['landline or mobile', '+1 212 555 2368'],
  ['internet', '+43 720 123456'],
  ['toll-free', '0800 1234567'],
  ["company's", '+44 300 123 4567'],
])('dials the %s number %s', (_type, sent) => {
  expect(readablePhone(sent, ['DE'])).toHaveProperty('link');
});

it("reads a number without country code in the form of the customer's country, then of the desk", () => {
  expect(readablePhone('01 5880021', ['AT', 'DE']).shown).toBe('+43 1 5880021');
  expect(readablePhone('0171 3920031', ['ES', 'DE']).shown).toBe('+49 171 3920031');
  expect(readablePhone('0171 3920031', [undefined, 'XX'])).not.toHaveProperty('link');
});
