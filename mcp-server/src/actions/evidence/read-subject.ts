/** Everything a look at a document's latest revision starts from. */
import type { Reader } from '@flowgate/database';
import type { Dependencies } from '../../dependencies.ts';
import type { GatePolicy } from '../../gate/facts.ts';
import { attachmentsOf } from '../../store/attachments/attachments.ts';
import { findFindings } from '../../store/evidence/findings.ts';
import { hasCi, listObserved } from '../../store/evidence/observed.ts';
import { fromJson } from '../../store/json.ts';
import { readContent } from '../documents/canonical-content.ts';
import { type LookedAt, pathsIn } from './look-at-revision.ts';
import { observationsOf } from './seen-by-ci.ts';

export interface Subject extends LookedAt {
  readonly documentId: string;
  readonly revision: number;
  readonly state: string;
  readonly submittedAt: Date;
  /** When it was looked at last; null: never. */
  readonly foundAt: Date | null;
  readonly observedCount: number;
}

/** Null: there is no such document. */
export async function readSubject(
  { database: { reader }, clock }: Dependencies,
  documentId: string,
): Promise<Subject | null> {
  const document = await reader.document.findUnique({
    where: { id: documentId },
    include: { group: { include: { project: true } }, step: true },
  });
  if (document === null) return null;
  const { revision, group, series } = document;
  const [row, found, observed, attachments, ci] = await Promise.all([
    reader.revision.findUnique({ where: { documentId_number: { documentId, number: revision } } }),
    findFindings(reader, documentId, revision),
    listObserved(reader, documentId, revision),
    attachmentsOf(reader, documentId, revision),
    hasCi(reader, group.projectId, clock.now()),
  ]);
  if (row === null) return null;
  const gate =
    document.gate === null
      ? null
      : fromJson<GatePolicy>(document.gate, `the gate of ${documentId}`);
  return {
    ...{ documentId, revision, state: document.state, submittedAt: row.createdAt, ci, attachments },
    foundAt: found?.foundAt ?? null,
    observedCount: observed.length,
    content: readContent(row.content, `${documentId}@${revision}`),
    repository: group.project.repository,
    required: gate?.checks ?? [],
    advisory: series === 'report' ? projectChecks(group.project.checks) : [],
    observations: observationsOf(observed),
    scope: await scopeFor(reader, group.id, document.step?.number ?? null),
  };
}

/** The checks a project runs on every report, beside those of a gate. */
export function projectChecks(checks: string | null): readonly string[] {
  return checks === null ? [] : fromJson<string[]>(checks, "a project's checks");
}

/** What the instruction before this step says about where changes may happen. */
async function scopeFor(
  reader: Reader,
  groupId: string,
  stepNumber: number | null,
): Promise<readonly string[] | null> {
  if (stepNumber === null) return null;
  const instruction = await reader.document.findFirst({
    where: { groupId, series: 'instruction', step: { number: { lt: stepNumber } } },
    orderBy: { step: { number: 'desc' } },
    include: { revisions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  const [latest] = instruction?.revisions ?? [];
  if (latest === undefined) return null;
  return pathsIn(readContent(latest.content, latest.documentId).fields['paths']);
}
