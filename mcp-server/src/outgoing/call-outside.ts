/**
 * The one way out: every request to an address that somebody else chose (a webhook, a piece of evidence) goes through
 * here. The name is resolved once, every address it has must be public, and the connection goes to one of those very
 * addresses, so that a name which changes its mind in between gains nothing. Redirects are not followed.
 */
import { lookup as lookupName } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address-rules.ts';

export interface OutsideRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** UTF-8; what isn't becomes U+FFFD. */
  readonly body: string;
}

export type OutsideRefusal =
  | 'url_invalid'
  | 'scheme_refused'
  | 'credentials_in_url'
  | 'port_refused'
  | 'name_unknown'
  | 'address_refused'
  | 'redirect_refused'
  | 'too_large'
  | 'too_slow'
  | 'unreachable';

/** Why a call outside was not made, or came to nothing. Names no address: whoever chose the URL may read it. */
export class OutsideProblem extends Error {
  override readonly name = 'OutsideProblem';
  readonly code: OutsideRefusal;
  constructor(code: OutsideRefusal, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

export interface OutsideRules {
  /** Host names, lower case, that may be called wherever they lead: an intranet's, or a test's. */
  readonly allowedHosts: readonly string[];
  readonly millisecondsMax: number;
  readonly bodyBytesMax: number;
  /** Every address of a name. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
}

export const DEFAULT_RULES: Omit<OutsideRules, 'allowedHosts'> = {
  millisecondsMax: 10_000,
  bodyBytesMax: 64 * 1024,
  resolve: async (hostname) =>
    (await lookupName(hostname, { all: true })).map(({ address }) => address),
};

/** Services of a machine's own network live below; these two are what the web speaks on. */
const PORTS_BELOW_1024 = ['80', '443'];
const REDIRECT = { from: 300, to: 399 } as const;

/** Throws OutsideProblem. Cookies and credentials of a caller never travel: only the headers given here do. */
export async function callOutside(
  request: OutsideRequest,
  rules: OutsideRules,
): Promise<OutsideAnswer> {
  const url = urlOf(request.url, rules);
  const address = await addressFor(url, rules);
  return send(url, address, request, rules);
}

function urlOf(text: string, { allowedHosts }: OutsideRules): URL {
  if (!URL.canParse(text)) throw new OutsideProblem('url_invalid');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new OutsideProblem('scheme_refused');
  }
  if (url.username !== '' || url.password !== '') throw new OutsideProblem('credentials_in_url');
  const isLow = url.port !== '' && Number(url.port) < 1024 && !PORTS_BELOW_1024.includes(url.port);
  if (isLow && !allowedHosts.includes(url.hostname)) throw new OutsideProblem('port_refused');
  return url;
}

/** The address to connect to. One that isn't public among several refuses them all: it would be tried some day. */
async function addressFor(url: URL, { allowedHosts, resolve }: OutsideRules): Promise<string> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const isAllowed = allowedHosts.includes(url.hostname.toLowerCase());
  const addresses = isIP(hostname) > 0 ? [hostname] : await resolved(hostname, resolve);
  const [first] = addresses;
  if (first === undefined) throw new OutsideProblem('name_unknown');
  if (!isAllowed && !addresses.every(isPublicAddress)) throw new OutsideProblem('address_refused');
  return first;
}

async function resolved(hostname: string, resolve: OutsideRules['resolve']) {
  try {
    return await resolve(hostname);
  } catch (cause) {
    throw new OutsideProblem('name_unknown', cause);
  }
}

function send(
  url: URL,
  address: string,
  { method, headers = {}, body }: OutsideRequest,
  { millisecondsMax, bodyBytesMax }: OutsideRules,
): Promise<OutsideAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (code: OutsideRefusal, cause?: unknown) => {
      clearTimeout(timer);
      reject(new OutsideProblem(code, cause));
      call.destroy();
    };
    const timer = setTimeout(() => fail('too_slow'), millisecondsMax);
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    // The name stays in Host and in the certificate's check; only where to is decided already.
    const call = start(url, { method, headers, lookup: pinnedTo(address), agent: false });
    call.once('error', (error) => fail('unreachable', error));
    call.once('response', (response) => {
      const status = response.statusCode ?? 0;
      if (status >= REDIRECT.from && status <= REDIRECT.to) return fail('redirect_refused');
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > bodyBytesMax) return fail('too_large');
        chunks.push(chunk);
      });
      response.once('error', (error) => fail('unreachable', error));
      response.once('end', () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status, headers: response.headers, body: text });
      });
    });
    call.end(body);
  });
}

function pinnedTo(address: string): LookupFunction {
  const family = isIP(address);
  return (_hostname, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}
