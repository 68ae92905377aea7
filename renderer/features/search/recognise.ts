import type { CardNumberFormat, LookupField, MatchedBy, Reading } from '../../../preload/contract/domain';

/** `id:1001` and its like force one reading. */
const prefixes = new Map<string, LookupField | 'id'>(
  Object.entries({
    id: 'id',
    no: 'customerNumber',
    nr: 'customerNumber',
    card: 'cardNumber',
    barcode: 'barcode',
    pin: 'pin',
    qr: 'qrCodeUuid',
    debtor: 'debtorId',
  } as const),
);

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Names are searched while typing from here on. */
const shortestName = 3;

/**
 * What the text of the search box is taken for; undefined for an empty box or a bare prefix.
 *
 * @param format the card number format to ask for, when the text can be a card number
 */
export function recognise(text: string, format?: CardNumberFormat): Reading | undefined {
  // Zero-width characters and every kind of space come along with what is pasted from a mail or a sheet.
  const clean = text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean === '') return undefined;
  const prefixed = /^(\w+):\s*(.*)$/.exec(clean);
  const forced = prefixes.get(prefixed?.[1]?.toLowerCase() ?? '');
  if (forced) return force(forced, prefixed?.[2] ?? '', format);
  if (uuid.test(clean)) return { kind: 'by', field: 'qrCodeUuid', value: clean.toLowerCase() };
  if (/^[^\s@]+@[^\s@]+$/.test(clean)) return { kind: 'email', email: clean.replace(/^mailto:|^<|>$/gi, '') };
  const date = parseDate(clean);
  if (date) return { kind: 'dateOfBirth', date };
  const number = /^#?(\d+)\s*[-–—]\s*(\d+)$/.exec(clean);
  if (number) return { kind: 'by', field: 'customerNumber', value: `${number[1]}-${number[2]}` };
  const digits = clean.replace(/^#|\s/g, '');
  if (/^\d{1,64}$/.test(digits))
    return { kind: 'digits', digits, ...(format && { cardNumberFormat: format }) };
  return name(clean);
}

function force(
  field: LookupField | 'id',
  value: string,
  format: CardNumberFormat | undefined,
): Reading | undefined {
  if (value === '') return undefined;
  if (field !== 'id') {
    const card = field === 'cardNumber' ? { cardNumberFormat: format ?? ('DECIMAL' as const) } : {};
    return { kind: 'by', field, value, ...card };
  }
  const id = value.replaceAll(' ', '');
  return /^\d{1,19}$/.test(id) ? { kind: 'id', id } : undefined;
}

/** Words, a comma ("Bullock, Edgar" says which is which) and a date anywhere among them. */
function name(text: string): Reading | undefined {
  let date: string | undefined;
  const words = text.split(' ').filter((word) => {
    const found = date ? undefined : parseDate(word.replace(/[,;]$/, ''));
    date ??= found;
    return found === undefined;
  });
  const born = date ? { date } : {};
  const [last = '', first = '', ...rest] = words
    .join(' ')
    .split(',')
    .map((part) => part.trim());
  if (last && first && rest.length === 0)
    return { kind: 'lastFirst', lastName: last, firstName: first, ...born };
  const plain = words.flatMap((word) => word.split(',')).filter(Boolean);
  return plain.length > 0 ? { kind: 'name', words: plain.slice(0, 12), ...born } : undefined;
}

/** `1952-05-04`, `04.05.1952`, `4.5.1952`, `04/05/1952`, `04-05-1952` (day first) as `YYYY-MM-DD`, if that day exists. */
export function parseDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1, 4) : [dayFirst?.[4], dayFirst?.[3], dayFirst?.[1]];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? date : undefined;
}

/** Whether the text is searched while it is typed, without Enter: only names are, from three letters on. */
export function searchesWhileTyping(reading: Reading): boolean {
  if (reading.kind === 'lastFirst') return reading.lastName.length >= shortestName;
  return reading.kind === 'name' && reading.words.some((word) => word.length >= shortestName);
}

/** What the chip in the box says: one kind, or one of the two mixtures. */
export function readingLabel(reading: Reading): MatchedBy | 'digits' | 'nameAndDate' {
  switch (reading.kind) {
    case 'by':
      return reading.field;
    case 'name':
    case 'lastFirst':
      return reading.date ? 'nameAndDate' : 'name';
    default:
      return reading.kind;
  }
}
