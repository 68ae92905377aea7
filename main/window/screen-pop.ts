/** The scheme of links into Ringside, as telephone systems open them. */
export const linkScheme = 'ringside';

/** Longer than any name or card number; a link or shortcut with more in it is broken or hostile. */
const longestLookup = 200;

/**
 * What a link asks to look up: `ringside://customer/1001`, `ringside://search?q=bullock%20edgar`. Undefined for any other.
 *
 * SECURITY: a link comes from anywhere, a web page included. It can ask for a lookup and for nothing else.
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

/** A lookup from outside in one line of bearable length; undefined when nothing is left. */
export function cleanLookup(text: string): string | undefined {
  return (
    text
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, longestLookup) || undefined
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
