import { listFormat } from './intl';

/** Texts joined as a list of the locale: `a, b and c`. */
export const formatList = (texts: readonly string[], locale: string): string =>
  listFormat(locale).format(texts);
