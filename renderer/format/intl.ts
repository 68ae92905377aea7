/** Maximum number of cached formatters; an answer with a new currency in every row must not fill the memory. */
const maxFormatters = 200;

/**
 * Returns a cached formatter for a locale and options. Creating one takes a hundred times as long as using it, and a
 * table uses one per cell.
 *
 * @throws RangeError from `make`, for options that Intl rejects
 */
function keeping<O, F>(make: (locale: string, options: O | undefined) => F) {
  const made = new Map<string, F>();
  return (locale: string, options?: O): F => {
    const key = locale + JSON.stringify(options);
    const known = made.get(key);
    if (known) return known;
    const format = make(locale, options);
    if (made.size >= maxFormatters) made.clear();
    made.set(key, format);
    return format;
  };
}

export const numberFormat = keeping(
  (locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options),
);

export const dateTimeFormat = keeping(
  (locale, options: Intl.DateTimeFormatOptions | undefined) => new Intl.DateTimeFormat(locale, options),
);

export const relativeTimeFormat = keeping(
  (locale, options: Intl.RelativeTimeFormatOptions | undefined) =>
    new Intl.RelativeTimeFormat(locale, options),
);

export const listFormat = keeping(
  (locale, options: Intl.ListFormatOptions | undefined) => new Intl.ListFormat(locale, options),
);
