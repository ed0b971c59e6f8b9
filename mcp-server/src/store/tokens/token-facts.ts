/** A token row as the gate looks at it. */
import type { TokenFacts } from '../../gate/facts.ts';
import type { RunMode, Scope, TokenKind, TokenState } from '../../gate/vocabulary.ts';

export interface TokenRow {
  readonly id: string;
  readonly kind: string;
  readonly scopes: string;
  readonly issuerId: string;
  readonly groupId: string | null;
  readonly stepId: string | null;
  readonly targetStepId: string | null;
  readonly documentId: string | null;
  readonly types: string | null;
  readonly agent: string | null;
  readonly mode: string;
  readonly state: string;
}

export function tokenFactsOf(row: TokenRow): TokenFacts {
  return {
    id: row.id,
    kind: row.kind as TokenKind,
    scopes: row.scopes.split(' ') as Scope[],
    issuerId: row.issuerId,
    groupId: row.groupId,
    stepId: row.stepId,
    targetStepId: row.targetStepId,
    documentId: row.documentId,
    types: row.types === null ? null : row.types.split(' '),
    agent: row.agent,
    mode: row.mode as RunMode,
    state: row.state as TokenState,
  };
}
