/** In which language an answer is said. */
import { LANGUAGES, type Language } from '../contracts/index.ts';
import type { Caller } from '../identity/caller.ts';

/** A person's own language, English for agents, the browser's wish for strangers. */
export function languageOf(caller: Caller, acceptLanguage: string | undefined): Language {
  if (caller.kind === 'person') return caller.language;
  return caller.kind === 'agent' ? 'en' : preferredOf(acceptLanguage ?? '');
}

/** The known language with the highest weight in an `Accept-Language` header; English if there is none. */
export function preferredOf(acceptLanguage: string): Language {
  const wishes = acceptLanguage.split(',', 20).map((part, place) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], weight: Number(weight ?? 1) - place / 1_000 };
  });
  wishes.sort((one, other) => other.weight - one.weight);
  for (const wish of wishes) {
    const known = LANGUAGES.find((language) => language === wish.language);
    if (known !== undefined && wish.weight > 0) return known;
  }
  return 'en';
}
