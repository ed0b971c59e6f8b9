/** Only under our own names, and only from our own pages: the guard against rebinding and forged forms. */
import type { Request, RequestHandler } from 'express';
import { problems } from '../problems.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface OwnHosts {
  readonly publicUrl: string;
  readonly allowedHosts: readonly string[];
}

/** Refuses hosts that aren't ours, and any Origin of another host, `null` included. */
export function hostGuard({ allowedHosts }: OwnHosts): RequestHandler {
  const isOurs = (host: string | undefined) => host !== undefined && allowedHosts.includes(host);
  return (request, _response, next) => {
    if (!isOurs(hostnameOf(`http://${request.get('host') ?? ''}`))) throw problems.hostRefused();
    const origin = request.get('origin');
    if (origin !== undefined && !isOurs(hostnameOf(origin))) throw problems.originRefused();
    next();
  };
}

/**
 * A cookie travels by itself, so a change that rests on one must come from our own page: an Origin of ours to the
 * letter, or, from a script (browsers always send Origin with a change), the header no foreign page can set.
 */
export function requireOwnOrigin(request: Request, { publicUrl }: OwnHosts): void {
  if (READS.has(request.method)) return;
  const origin = request.get('origin');
  if (origin === undefined) {
    if ((request.get('x-flowgate-client') ?? '') === '') throw problems.originRefused();
    return;
  }
  const isOurs = origin === publicUrl || hostOf(origin) === request.get('host')?.toLowerCase();
  if (!isOurs) throw problems.originRefused();
}

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
