/** Makes a token on the terms and steps agreed. Writes nothing. */
import type { IssueTokenInput } from '../../contracts/tokens.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { TokenFacts } from '../../gate/facts.ts';
import type { GateEvent } from '../../gate/ruling.ts';
import { mintToken } from '../../identity/agent-tokens.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import type { NewToken, RunLimits } from '../../store/tokens/tokens.ts';
import type { BoundSteps } from './steps-of.ts';
import type { Terms } from './terms-of.ts';

export interface Minted {
  readonly secret: string;
  readonly token: NewToken;
}

/** A new token on the agreed terms: its row, and the secret that is shown this once. */
export function mintOnTerms(
  { keys, clock }: Dependencies,
  call: Call,
  issuer: PersonCaller,
  input: IssueTokenInput,
  terms: Terms,
  steps: BoundSteps,
): Minted {
  const { id, secret, sealed } = mintToken(keys);
  const createdAt = clock.now();
  const facts: TokenFacts = {
    id,
    kind: input.kind,
    scopes: terms.scopes,
    issuerId: issuer.id,
    groupId: input.group ?? null,
    stepId: steps.step?.id ?? null,
    targetStepId: steps.target?.id ?? null,
    documentId: null,
    types: input.types ?? null,
    agent: input.agent ?? null,
    mode: terms.mode,
    state: 'live',
  };
  const expiresAt = new Date(createdAt.getTime() + terms.seconds * 1000);
  const { project: projectId } = input;
  const { label } = terms;
  const { language } = call.say;
  const limits: RunLimits = {
    runStepsMax: input.limits?.steps ?? null,
    runRevisionsMax: input.limits?.revisions_per_step ?? null,
    runSeconds: input.limits?.seconds ?? null,
  };
  const row = { projectId, label, language, sealed, createdAt, expiresAt };
  return { secret, token: { facts, ...row, limits } };
}

/** The event of its being handed out. */
export function tokenIssued({ facts, expiresAt }: NewToken): GateEvent {
  return {
    kind: 'token.issued',
    stepId: facts.stepId ?? undefined,
    details: {
      token: facts.id,
      kind: facts.kind,
      scopes: facts.scopes.join(' '),
      expires_at: expiresAt.toISOString(),
    },
  };
}
