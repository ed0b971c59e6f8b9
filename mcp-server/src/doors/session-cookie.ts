/** The one cookie: the secret of a person's session. Scripts in the page can't read it, other sites can't send it with a form. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { SESSION_SECONDS } from '../contracts/index.ts';

const COOKIE = 'flowgate_session';

export function sessionSecretOf(request: Request): string | null {
  return parseCookie(request.get('cookie') ?? '')[COOKIE] || null;
}

export function setSessionCookie(response: Response, publicUrl: string, secret: string): void {
  write(response, publicUrl, secret, SESSION_SECONDS);
}

export function clearSessionCookie(response: Response, publicUrl: string): void {
  write(response, publicUrl, '', 0);
}

function write(response: Response, publicUrl: string, value: string, maxAge: number): void {
  response.append(
    'Set-Cookie',
    stringifySetCookie({
      name: COOKIE,
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
