import type { PersonView } from '@flowgate/server/contracts';
import type { Cookies } from '@sveltejs/kit';
import { LANGUAGE_COOKIE } from '../languages.ts';
import { THEME_COOKIE } from '../preferences.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps a choice of this browser; readable by scripts, worth nothing to a thief, sent over http too. */
export function keepPreference(cookies: Cookies, name: string, value: string): void {
  cookies.set(name, value, {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: false,
    secure: false,
  });
}

/** What the account prefers, for whoever has just signed in. */
export function keepPreferencesOf(cookies: Cookies, user: PersonView): void {
  keepPreference(cookies, LANGUAGE_COOKIE, user.language);
  keepPreference(cookies, THEME_COOKIE, user.theme);
}
