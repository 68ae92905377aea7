import type { LookupRequest } from '../../preload/contract/calls';
import type { Studio } from '../../preload/contract/studio';
import { type ReadCaller, readCaller } from './caller-number';

/** Scheme of links into Ringside, which telephone systems open when a call comes in (a "screen pop"). */
export const linkScheme = 'ringside';

/** Switch that starts a new call, in a running Ringside as well. */
export const newCallSwitch = '--new-call';

/** Maximum length of a lookup from outside, in characters. */
const maxLookupLength = 200;

/** A lookup from outside, as it was written. */
export interface OutsideLookup {
  text: string;
  /** Present for a call; `text` is then the number, or what was passed instead. */
  caller?: ReadCaller['caller'];
  /** ID or exact name of a studio: the number that was dialled tells a telephone system which one is meant. */
  studio?: string;
}

/** Puts together a lookup and its studio; undefined without a text. */
export function outsideLookup(
  text: string | undefined,
  studio: string | undefined,
): OutsideLookup | undefined {
  const cleanText = cleanLookup(text ?? '');
  return cleanText === undefined ? undefined : { text: cleanText, ...studioOf(studio) };
}

/** The lookup of a call, from the text that a telephone system passes as its number; undefined without a text. */
export function callLookup(
  passed: string | undefined,
  studio: string | undefined,
): OutsideLookup | undefined {
  return passed === undefined ? undefined : { ...readCaller(passed), ...studioOf(studio) };
}

function studioOf(named: string | undefined): { studio?: string } {
  const studio = cleanLookup(named ?? '');
  return studio === undefined ? {} : { studio };
}

/**
 * Names the studio of a lookup by its reference: the one with this ID, or the only one with exactly this name.
 */
export function lookupRequest(
  { studio, ...lookup }: OutsideLookup,
  studios: readonly Studio[],
): LookupRequest {
  if (studio === undefined) return lookup;
  const found = findStudio(studio, studios);
  return found ? { ...lookup, studio: found.ref } : { ...lookup, unknownStudio: studio };
}

/** The only studio with this reference, else with this ID, else with this name. */
export function findStudio(named: string, studios: readonly Studio[]): Studio | undefined {
  const [matches = []] = (['ref', 'id', 'name'] as const)
    .map((field) => studios.filter((studio) => studio[field] === named))
    .filter((found) => found.length > 0);
  return named !== '' && matches.length === 1 ? matches[0] : undefined;
}

/**
 * Lookup of a link: `ringside://customer/1001`, `ringside://search?q=bullock%20edgar`, `ringside://call?number=+4930901820`,
 * each optionally with `studio=` and an ID or a name, or `tel:+4930901820` and `callto:`. Undefined for any other link.
 *
 * SECURITY: a link can come from anywhere, including a web page. It can request a lookup and nothing else.
 */
export function lookupOfLink(link: string): OutsideLookup | undefined {
  if (phoneLink.test(link)) return callLookup(link, undefined);
  if (callLink.test(link)) return callLookup(...callOfLink(link));
  if (!URL.canParse(link)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(link);
  if (protocol !== `${linkScheme}:`) return undefined;
  const studio = searchParams.get('studio') ?? undefined;
  if (host === 'search') return outsideLookup(searchParams.get('q') ?? '', studio);
  if (host !== 'customer') return undefined;
  const id = cleanLookup(decoded(pathname.slice(1).replace(/\/$/, '')));
  return outsideLookup(id && (/^\d{1,19}$/.test(id) ? `id:${id}` : id), studio);
}

/** Links of a telephone number. */
const phoneLink = /^(?:tel|callto):/i;
const callLink = new RegExp(`^${linkScheme}://call/?\\?`, 'i');

/**
 * The number and the studio of a link of a call. A telephone program inserts the number as it is, so `+` is a plus and not a
 * space, and a placeholder that it has not replaced may contain `#` or `%`.
 */
function callOfLink(link: string): [number: string | undefined, studio: string | undefined] {
  const query = link.slice(link.indexOf('?') + 1);
  const value = (name: string) => new RegExp(`(?:^|&)${name}=([^&]*)`, 'i').exec(query)?.[1];
  return [value('number')?.replace(/(?<=\d)\+/g, ' '), decoded((value('studio') ?? '').replace(/\+/g, ' '))];
}

/** Returns a lookup from outside as one line of limited length; undefined when it is empty. */
export function cleanLookup(text: string): string | undefined {
  return (
    text
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, maxLookupLength) || undefined
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
