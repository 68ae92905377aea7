/** What a link names: a customer in the vendor's web client, or a lookup of a `ringside://` link. */
export function lookupInLink(text: string): string | undefined {
  const [, id] =
    /^https?:\/\/\S{1,200}\/(?:customermanagement|customers)\/(\d{1,19})(?:[/?#]\S*)?$/i.exec(text) ?? [];
  if (id) return `id:${id}`;
  if (!/^ringside:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { host, pathname, searchParams } = new URL(text);
  if (host === 'search') return searchParams.get('q') ?? undefined;
  const customer = pathname.replaceAll('/', '');
  return host === 'customer' && customer !== ''
    ? /^\d+$/.test(customer)
      ? `id:${customer}`
      : customer
    : undefined;
}
