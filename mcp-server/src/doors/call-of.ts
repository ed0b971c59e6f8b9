/** One request as an action sees it. */
import type { Request, Response } from 'express';
import type { Call } from '../dependencies.ts';
import type { Caller } from '../identity/caller.ts';
import { sentencesIn } from '../sentences/sentences.ts';
import { languageOf } from './language-of.ts';
import { factsOf } from './request-facts.ts';

export function callOf(request: Request, response: Response, caller: Caller): Call {
  const { requestId, address, userAgent, signal } = factsOf(response);
  return {
    caller,
    say: sentencesIn(languageOf(caller, request.get('accept-language'))),
    requestId,
    address,
    userAgent,
    signal,
  };
}
