import { redirect } from '@sveltejs/kit';
import { isLanguage, LANGUAGE_COOKIE } from '#lib/languages.ts';
import { localPath } from '#lib/paths.ts';
import { isTheme, KEYS_COOKIE, THEME_COOKIE } from '#lib/preferences.ts';
import { GateProblem, gate, nothing } from '#lib/server/gate-api.ts';
import { keepPreference } from '#lib/server/preference-cookies.ts';
import type { RequestHandler } from './$types';

/** Language, theme and keys: kept in this browser, and in the account where somebody is signed in. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const language = form.get('language');
  const theme = form.get('theme');
  const keys = form.get('keys');
  if (isLanguage(language)) keepPreference(event.cookies, LANGUAGE_COOKIE, language);
  if (isTheme(theme)) keepPreference(event.cookies, THEME_COOKIE, theme);
  if (keys === 'on' || keys === 'off') keepPreference(event.cookies, KEYS_COOKIE, keys);

  if (form.get('signed_in') === 'yes' && (isLanguage(language) || isTheme(theme))) {
    const wishes = {
      ...(isLanguage(language) ? { language } : {}),
      ...(isTheme(theme) ? { theme } : {}),
    };
    try {
      await gate(event).patch('/me', nothing, wishes);
    } catch (cause) {
      // The choice holds in this browser; the account follows another time.
      if (!(cause instanceof GateProblem)) throw cause;
    }
  }
  const back = form.get('back');
  redirect(303, localPath(typeof back === 'string' ? back : null));
};
