/** One `Set-Cookie` line, taken apart. */
export interface SetCookie {
  name: string;
  /** As it stands on the wire; never decoded, so that it can go back the same. */
  value: string;
  path: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: 'lax' | 'strict' | 'none' | undefined;
  maxAgeSeconds: number | undefined;
  expires: Date | undefined;
}

/** Reads one `Set-Cookie` line; null when it names no cookie. */
export function parseSetCookie(line: string): SetCookie | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  if (equals < 1) return null;
  const cookie: SetCookie = {
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    path: '/',
    httpOnly: false,
    secure: false,
    sameSite: undefined,
    maxAgeSeconds: undefined,
    expires: undefined,
  };
  for (const attribute of attributes) {
    const [rawName = '', ...rest] = attribute.split('=');
    const value = rest.join('=').trim();
    applyAttribute(cookie, rawName.trim().toLowerCase(), value);
  }
  return cookie;
}

function applyAttribute(cookie: SetCookie, name: string, value: string): void {
  if (name === 'path' && value !== '') cookie.path = value;
  else if (name === 'httponly') cookie.httpOnly = true;
  else if (name === 'secure') cookie.secure = true;
  else if (name === 'max-age' && Number.isFinite(Number(value)))
    cookie.maxAgeSeconds = Number(value);
  else if (name === 'expires' && !Number.isNaN(Date.parse(value))) cookie.expires = new Date(value);
  else if (name === 'samesite') {
    const site = value.toLowerCase();
    if (site === 'lax' || site === 'strict' || site === 'none') cookie.sameSite = site;
  }
}

/** True when the line takes the cookie away. */
export function isRemoval(cookie: SetCookie, now: Date): boolean {
  if (cookie.maxAgeSeconds !== undefined) return cookie.maxAgeSeconds <= 0;
  return cookie.expires !== undefined && cookie.expires <= now;
}

/** The `Cookie` header as the browser would send it next, after `changes`. */
export function mergeCookieHeader(header: string, changes: SetCookie[], now: Date): string {
  const jar = new Map<string, string>();
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) jar.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
  }
  for (const change of changes) {
    if (isRemoval(change, now)) jar.delete(change.name);
    else jar.set(change.name, change.value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
