/** Tokens as people see them. */
import type { TokenView } from '../../contracts/tokens.ts';
import type { Dependencies } from '../../dependencies.ts';
import { personNames } from '../../store/people/person-names.ts';
import { tokenFactsOf } from '../../store/tokens/token-facts.ts';
import { stepNumbers, type TokenRecord } from '../../store/tokens/tokens.ts';
import { wireTime, wireTimeOrNull } from '../times.ts';

/** Two statements for all of them. */
export async function tokenViews(
  { database, clock }: Pick<Dependencies, 'database' | 'clock'>,
  rows: readonly TokenRecord[],
): Promise<TokenView[]> {
  const [numbers, names] = await Promise.all([
    stepNumbers(
      database.reader,
      rows.flatMap(({ stepId, targetStepId }) => [stepId, targetStepId]),
    ),
    personNames(
      database.reader,
      rows.map(({ issuerId }) => issuerId),
    ),
  ]);
  const now = clock.now();
  return rows.map((row) => tokenView(row, numbers, names, now));
}

function tokenView(
  row: TokenRecord,
  numbers: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
  now: Date,
): TokenView {
  const facts = tokenFactsOf(row);
  const numberOf = (id: string | null) => (id === null ? null : (numbers.get(id) ?? null));
  return {
    id: row.id,
    kind: facts.kind,
    label: row.label,
    project: row.projectId,
    group: row.groupId,
    step_number: numberOf(row.stepId),
    target_number: numberOf(row.targetStepId),
    document_id: row.documentId,
    scopes: [...facts.scopes],
    types: facts.types === null ? null : [...facts.types],
    agent: row.agent,
    mode: facts.mode,
    limits: {
      steps: row.runStepsMax,
      revisions_per_step: row.runRevisionsMax,
      seconds: row.runSeconds,
    },
    state: stateAtTheDoor(row, now) ?? facts.state,
    issuer: names.get(row.issuerId) ?? row.issuerId,
    created_at: wireTime(row.createdAt),
    expires_at: wireTime(row.expiresAt),
    last_used_at: wireTimeOrNull(row.lastUsedAt),
  };
}

/** Why the door refuses it; null: it doesn't. */
export function stateAtTheDoor(
  { revokedAt, expiresAt }: Pick<TokenRecord, 'revokedAt' | 'expiresAt'>,
  now: Date,
): 'revoked' | 'expired' | null {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : null;
}
