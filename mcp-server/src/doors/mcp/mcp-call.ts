/** One MCP exchange as an action sees it: the agent from the door's authentication, progress and its end from the protocol. */
import type { AuthInfo, ServerContext } from '@modelcontextprotocol/server';
import type { Request } from 'express';
import type { Call } from '../../dependencies.ts';
import type { AgentCaller } from '../../identity/caller.ts';

export type AgentCall = Call & { readonly caller: AgentCaller };

/** Leaves the caller where the protocol's handler picks it up and passes it to the factory. */
export function admitCall(request: Request, call: AgentCall): void {
  const { token } = call.caller;
  // The credential itself stays at the door: nothing behind it needs one.
  const auth: AuthInfo = {
    token: '',
    clientId: token.id,
    scopes: [...token.scopes],
    extra: { call },
  };
  Object.assign(request, { auth });
}

export function admittedCall(request: Request): AgentCall {
  return callOfAuthInfo((request as { auth?: AuthInfo }).auth);
}

export function callOfAuthInfo(authInfo: AuthInfo | undefined): AgentCall {
  return authInfo?.extra?.['call'] as AgentCall;
}

/** The call with what this exchange adds: its era, its end, and a way to say that it goes on. */
export function callInExchange(
  call: AgentCall,
  era: 'modern' | 'legacy',
  ctx: ServerContext,
): Call {
  const { signal: left, ...rest } = call;
  const { signal, _meta } = ctx.mcpReq;
  const progressToken = _meta?.progressToken;
  return {
    ...rest,
    era,
    signal: left === undefined ? signal : AbortSignal.any([left, signal]),
    ...(progressToken === undefined ? {} : { progress: progressTeller(ctx, progressToken) }),
  };
}

function progressTeller(ctx: ServerContext, progressToken: string | number) {
  let told = 0;
  return (message: string) => {
    told += 1;
    const params = { progressToken, progress: told, message };
    // A client that has left hears nothing, and that is not our failure.
    ctx.mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
  };
}
