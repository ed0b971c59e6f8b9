/** A caller as the log names them. */
import type { Caller } from '../identity/caller.ts';
import type { Actor } from '../store/events/append-events.ts';

export const SYSTEM_ACTOR: Actor = { kind: 'system', id: 'system', name: 'FlowGate' };

/** Strangers act on nothing that is logged. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case 'person':
      return { kind: 'person', id: caller.id, name: caller.name };
    case 'agent':
      return {
        kind: 'token',
        id: caller.token.id,
        name: caller.token.agent ?? caller.token.label,
      };
    case 'system':
      return SYSTEM_ACTOR;
    case 'stranger':
      throw new Error('a stranger acts on nothing');
  }
}

/** The person behind a caller: the issuer of a token, or the person. */
export function personBehind(caller: Caller): string {
  if (caller.kind === 'person') return caller.id;
  return caller.kind === 'agent' ? caller.issuer.id : 'system';
}
