/** Scheme of links into Ringside, which telephone systems open when a call comes in (a "screen pop"). */
export const linkScheme = 'ringside';

/** Maximum length of a lookup from outside, in characters. */
const maxLookupLength = 200;

/**
 * Lookup of a link: `ringside://customer/1001`, `ringside://search?q=bullock%20edgar`. Undefined for any other link.
 *
 * SECURITY: a link can come from anywhere, including a web page. It can request a lookup and nothing else.
 */
export function lookupOfLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(link);
  if (protocol !== `${linkScheme}:`) return undefined;
  if (host === 'search') return cleanLookup(searchParams.get('q') ?? '');
  if (host !== 'customer') return undefined;
  const id = cleanLookup(decoded(pathname.slice(1).replace(/\/$/, '')));
  return id && (/^\d{1,19}$/.test(id) ? `id:${id}` : id);
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
