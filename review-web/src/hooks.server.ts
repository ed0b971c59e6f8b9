import { type Handle, type HandleServerError, sequence } from '@sveltejs/kit/hooks';
import { isLanguage, LANGUAGE_COOKIE, type Language, languageFrom } from '#lib/languages.ts';
import { defineCustomServerStrategy } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { isTheme, isTimeZone, THEME_COOKIE, TIME_ZONE_COOKIE } from '#lib/preferences.ts';
import { GateProblem } from '#lib/server/gate-problem.ts';

/** A form from another site never acts, whatever the session cookie's SameSite would let through. */
const refuseForeignForms: Handle = ({ event, resolve }) => {
  const { method, headers } = event.request;
  const origin = headers.get('origin');
  if (method !== 'GET' && method !== 'HEAD' && hostOf(origin) !== headers.get('host')) {
    return new Response('This form was sent from another site.', { status: 403 });
  }
  return resolve(event);
};

function hostOf(origin: string | null): string | null {
  return origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
}

const CHOSEN_LANGUAGE = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`);

function languageOf(request: Request): Language {
  const cookie = request.headers.get('cookie')?.match(CHOSEN_LANGUAGE)?.[1];
  return isLanguage(cookie) ? cookie : languageFrom(request.headers.get('accept-language') ?? '');
}

// The server decides the language once; the page carries it in `<html lang>` (see hooks.client.ts).
defineCustomServerStrategy('custom-page', {
  getLocale: (request) => (request ? languageOf(request) : undefined),
});

const settleThePerson: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    const chosen = event.cookies.get(LANGUAGE_COOKIE);
    const theme = event.cookies.get(THEME_COOKIE);
    const zone = event.cookies.get(TIME_ZONE_COOKIE);
    event.locals.language = isLanguage(chosen) ? chosen : locale;
    event.locals.theme = isTheme(theme) ? theme : 'system';
    event.locals.timeZone = isTimeZone(zone) ? zone : 'UTC';
    return resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('%language%', event.locals.language).replace('%theme%', event.locals.theme),
    });
  });

export const handle = sequence(refuseForeignForms, settleThePerson);

/** Problems of the API keep the server's sentence; anything else is ours, named by a reference. */
export const handleError: HandleServerError = ({ kind, error }) => {
  if (error instanceof GateProblem) {
    const { view } = error;
    return {
      status: view.status,
      message: view.detail,
      code: view.code,
      hint: view.hint,
      errors: view.errors,
      reference: null,
    };
  }
  if (kind === 'unknown') {
    const reference = crypto.randomUUID().slice(0, 8);
    // biome-ignore lint/suspicious/noConsole: the app has no logger of its own; the process writes this to its log.
    console.error(`review-web ${reference}`, error);
    return { code: 'defect', hint: null, errors: [], reference };
  }
  return { code: 'refused', hint: null, errors: [], reference: null };
};
