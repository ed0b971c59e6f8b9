/** The cookies of a person's session. Scripts in the page can't read them, other sites can't send them with a form. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import {
  ACCESS_SECONDS,
  SECOND_FACTOR_PENDING_SECONDS,
  SESSION_SECONDS,
} from '../contracts/index.ts';

/** `second_factor`: the password was right, the code is still to come. */
export type CookieName = 'access' | 'refresh' | 'second_factor';

const LIVES: Readonly<Record<CookieName, { readonly cookie: string; readonly seconds: number }>> = {
  access: { cookie: 'flowgate_access', seconds: ACCESS_SECONDS },
  refresh: { cookie: 'flowgate_refresh', seconds: SESSION_SECONDS },
  second_factor: { cookie: 'flowgate_second_factor', seconds: SECOND_FACTOR_PENDING_SECONDS },
};
const NAMES = Object.keys(LIVES) as CookieName[];

export type SentCookies = Partial<Record<CookieName, string>>;

export function cookiesOf(request: Request): SentCookies {
  const sent = parseCookie(request.get('cookie') ?? '');
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = sent[LIVES[name].cookie];
      return value ? [[name, value]] : [];
    }),
  );
}

/** Sets those given and takes away the others: nothing of an earlier session stays behind. */
export function setCookies(response: Response, publicUrl: string, given: SentCookies): void {
  for (const name of NAMES) {
    const value = given[name];
    write(response, publicUrl, name, value ?? '', value === undefined ? 0 : LIVES[name].seconds);
  }
}

export function clearCookies(response: Response, publicUrl: string): void {
  setCookies(response, publicUrl, {});
}

function write(
  response: Response,
  publicUrl: string,
  name: CookieName,
  value: string,
  maxAge: number,
): void {
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: LIVES[name].cookie,
      value,
      maxAge,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      // Over plain http (a trial on one machine) browsers would drop a Secure cookie.
      secure: publicUrl.startsWith('https:'),
    }),
  );
}
