/** Likely secrets that were refused, and those a person has allowed. Rows hold a keyed hash, never the text. */
import type { Reader, Transaction } from '@flowgate/database';
import type { Actor } from '../events/append-events.ts';

export type SecretFindingRow = NonNullable<Awaited<ReturnType<typeof findSecretFinding>>>;

/** Of one project; the oldest refused ones make room. */
export const FINDINGS_MAX = 200;

export interface NewFinding {
  readonly id: string;
  readonly projectId: string;
  readonly fingerprint: string;
  readonly kind: string;
  readonly path: string;
  readonly caller: Actor;
  readonly foundAt: Date;
}

export function findSecretFinding(reader: Reader, id: string) {
  return reader.secretFinding.findUnique({ where: { id } });
}

/** Allowed ones first, then those found last. */
export function listSecretFindings(reader: Reader, projectId: string) {
  return reader.secretFinding.findMany({
    where: { projectId },
    orderBy: [{ foundAt: 'desc' }, { id: 'asc' }],
    take: FINDINGS_MAX,
  });
}

/** Which of these a person has said to be no secret. */
export async function allowedFingerprints(
  reader: Reader,
  projectId: string,
  fingerprints: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.secretFinding.findMany({
    where: { projectId, fingerprint: { in: [...fingerprints] }, allowedAt: { not: null } },
    select: { fingerprint: true },
  });
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

/** Found again, it moves to the front; at the limit the one found longest ago that nobody allowed is forgotten. */
export async function recordFinding(transaction: Transaction, found: NewFinding): Promise<void> {
  const { caller, ...row } = found;
  const seen = {
    kind: row.kind,
    path: row.path,
    callerKind: caller.kind,
    callerId: caller.id,
    callerName: caller.name,
    foundAt: row.foundAt,
  };
  const { projectId, fingerprint } = row;
  await transaction.secretFinding.upsert({
    where: { projectId_fingerprint: { projectId, fingerprint } },
    create: { ...row, ...seen },
    update: seen,
  });
  const extra = await transaction.secretFinding.findMany({
    where: { projectId, allowedAt: null },
    orderBy: [{ foundAt: 'desc' }, { id: 'asc' }],
    skip: FINDINGS_MAX,
    select: { id: true },
  });
  if (extra.length === 0) return;
  await transaction.secretFinding.deleteMany({ where: { id: { in: extra.map(({ id }) => id) } } });
}

export interface Allowance {
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly note: string;
}

/** `allowance` null: no longer allowed. False: it is so already, or it is gone. */
export async function setAllowance(
  transaction: Transaction,
  id: string,
  allowance: Allowance | null,
): Promise<boolean> {
  const changed = await transaction.secretFinding.updateMany({
    where: { id, allowedAt: allowance === null ? { not: null } : null },
    data: {
      allowedAt: allowance?.at ?? null,
      allowedById: allowance?.by.id ?? null,
      allowedBy: allowance?.by.name ?? null,
      note: allowance?.note ?? null,
    },
  });
  return changed.count === 1;
}
