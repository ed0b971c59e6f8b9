/** The languages of the app, each with its own name for itself. */
export const LANGUAGES = { en: 'English', ko: '한국어', ja: '日本語' } as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_COOKIE = 'flowgate_language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** The first language of an Accept-Language header that we speak, by its weights; else English. */
export function languageFrom(acceptLanguage: string): Language {
  const wishes = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        language: tag.split('-')[0]?.toLowerCase(),
        weight: Number(weight?.trim().slice(2) ?? 1),
      };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) if (isLanguage(language)) return language;
  return 'en';
}
