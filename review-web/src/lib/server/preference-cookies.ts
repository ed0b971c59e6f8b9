import type { Cookies } from '@sveltejs/kit';

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
