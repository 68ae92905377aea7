export type Language = 'de' | 'en';

/**
 * Language of `errorMessage` for an `Accept-Language` header: the preferred language among those of the demo, English
 * when the demo has none of them, and the studio's language without the header (API reference).
 */
export function languageOf(header: string | undefined, studioLanguage: Language): Language {
  if (header === undefined) return studioLanguage;
  const wanted = header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (language === 'de' || language === 'en') return language;
  return 'en';
}
