import type { RequestEvent } from '@sveltejs/kit';

export interface ApiRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** Put on the Node request by the server that mounts this app: the REST API, without a socket. */
export type FlowgateCall = (request: ApiRequest) => Promise<ApiAnswer>;

/** Where the API answers when the app runs alone, in development. */
const DEVELOPMENT_API = process.env['FLOWGATE_URL'] ?? 'http://127.0.0.1:8089';

/** In process when mounted, else over HTTP. */
export function apiCallOf(event: RequestEvent): FlowgateCall {
  const mounted = event.platform?.req.flowgateCall;
  return mounted ?? ((request) => fetchFromDevelopmentApi(request));
}

async function fetchFromDevelopmentApi(request: ApiRequest): Promise<ApiAnswer> {
  const headers = new Headers(request.headers);
  // The page has another port here than the API; the API compares Origin with its own.
  if (headers.has('origin')) headers.set('origin', new URL(DEVELOPMENT_API).origin);
  const response = await fetch(new URL(request.path, DEVELOPMENT_API), {
    method: request.method,
    headers,
    redirect: 'manual',
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const answerHeaders: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) answerHeaders['set-cookie'] = cookies;
  return { status: response.status, headers: answerHeaders, body: await response.text() };
}
