/** What a telephone system has said about a caller. */
export interface ReadCaller {
  /**
   * `number`: `text` is the number, digits only, with a plus where there was one. `internal`: an extension of the
   * company. `withheld`: there is no number. `unreadable`: `text` is what was passed instead of a number.
   */
  caller: 'number' | 'internal' | 'withheld' | 'unreadable';
  text: string;
}

/** Maximum length of what is read, and of an unreadable text, in characters. */
const [maxRead, maxShown] = [400, 60];

/** Longest number of E.164 with an international prefix, a prefix for an outside line and a little more, in digits. */
const maxDigits = 20;

/** Number of digits of an extension within a company. */
const internal = /^\d{2,5}$/;

/** What telephone systems pass instead of a hidden or missing number, in English and German. */
const withheldWords = new Set(
  [
    'anonymous anonymouscaller anonym anonymer anruf anonymeranrufer',
    'withheld numberwithheld private privatenumber privatecaller privat privaterufnummer hidden hiddennumber',
    'restricted blocked blockedcaller blockednumber secret suppressed clir',
    'unavailable numberunavailable notavailable nichtverfügbar unknown unknowncaller unknownnumber unbekannt',
    'unbekannterteilnehmer unbekannteranrufer unbekanntenummer',
    'unterdrückt unterdrueckt rufnummerunterdrückt nummerunterdrückt rufnummerunterdrueckt nummerunterdrueckt',
    'none null nil nonumber keine keinenummer keinerufnummer ohnenummer ohnerufnummer nummernichtübermittelt',
    'undefined empty leer na n/a 0',
  ]
    .join(' ')
    .split(' '),
);

/** Placeholders as telephone programs write them: what was meant to be replaced is still there. */
const placeholders = [
  /^%[\p{L}_][\p{L}\d_ .:-]*%?$/u,
  /^%\d$/,
  /^\$[\p{L}_][\p{L}\d_.:-]*\$?$/u,
  /^\$?\{+[^{}]*\}+$/u,
  /^\$?\([^()\d]*\)$/u,
  /^\[+[^[\]]*\]+$/u,
  /^<+(?!\s*(?:sips?|tel|callto):)[^<>\d@]*>+$/iu,
  /^([#@!])[\p{L}_][\p{L}\d_ .:-]*\1?$/u,
];

/** URI schemes of a caller; `callto://` and `callto:tel:` occur. */
const scheme = /^(?:(?:tel|callto|sips?|phone):\/{0,2})+/i;
/** Extension behind a number, which no customer record needs. */
const extension = /\s*(?:;\s*ext=|ext\.?|x|#|durchwahl|dw\.?)\s*\d{1,6}$/i;
const written = /^\+?[\d\s()./-]+$/;

/**
 * Reads what a telephone system passes as the caller: a number in any form, a `tel:`, `callto:` or `sip:` URI with its display name
 * and parameters, a word for a withheld number, or a placeholder that it has not replaced.
 *
 * SECURITY: the text comes from anybody who calls. The result is one short line of digits, or a text for display.
 */
export function readCaller(passed: string): ReadCaller {
  const text = unquoted(percentDecoded(oneLine(passed.slice(0, maxRead))));
  if (isWithheld(text)) return { caller: 'withheld', text: '' };
  if (isPlaceholder(text)) return unreadable(text);
  const address = addressOf(text);
  if (isWithheld(address)) return { caller: 'withheld', text: '' };
  const number = numberIn(address);
  if (number === undefined) return unreadable(text);
  return { caller: internal.test(number) ? 'internal' : 'number', text: number };
}

function unreadable(text: string): ReadCaller {
  return { caller: 'unreadable', text: text.slice(0, maxShown).trim() };
}

const isPlaceholder = (text: string): boolean => placeholders.some((placeholder) => placeholder.test(text));

function isWithheld(text: string): boolean {
  const word = text.toLowerCase().replace(/[\s_"'()<>+-]+/g, '');
  return word === '' || withheldWords.has(word);
}

/** The user part of a URI, such as the number of `"Edgar" <sip:+4930901820@pbx;user=phone>`; other texts as they are. */
function addressOf(text: string): string {
  const bracketed = /<([^<>]*)>/.exec(text)?.[1] ?? text;
  const address = unquoted(bracketed);
  if (!scheme.test(address)) return address.replace(/@.*$/, '').trim();
  const ext = /;\s*ext=\d+/i.exec(address)?.[0] ?? '';
  const user = address.replace(scheme, '').replace(/[;@?].*$/, '');
  return `${user.trim()}${ext}`;
}

/** The digits of a number without its extension, with a plus in front where it has one. */
function numberIn(address: string): string | undefined {
  const text = address
    .replace(extension, '')
    .replace(/^(\+|00)(.*)\(0\)/, '$1$2')
    .trim();
  if (!written.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 2 || digits.length > maxDigits) return undefined;
  return text.startsWith('+') ? `+${digits}` : digits;
}

/** Control characters, invisible ones and line ends become spaces. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim();

/** Some programs encode a number that the link encodes again. `%CallerNumber%` begins like an encoded letter and is none. */
function percentDecoded(text: string, times = 2): string {
  if (times === 0 || isPlaceholder(text) || !/%[\da-f]{2}/i.test(text)) return text;
  try {
    return percentDecoded(oneLine(decodeURIComponent(text)), times - 1);
  } catch {
    return text;
  }
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
}
