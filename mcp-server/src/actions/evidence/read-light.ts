/** What is known of one revision beside its own text. Each part is read only where it can be there. */
import type { Dependencies } from '../../dependencies.ts';
import { attachmentsOf } from '../../store/attachments/attachments.ts';
import { findFindings } from '../../store/evidence/findings.ts';
import { listObserved } from '../../store/evidence/observed.ts';
import type { RevisionContent } from '../documents/canonical-content.ts';
import type { ClaimLight } from '../documents/claim-views.ts';
import { readChangedCriteria } from './changed-criteria.ts';
import { readFindings } from './findings.ts';
import { type Observation, observationsOf } from './seen-by-ci.ts';

export interface Light extends ClaimLight {
  readonly observations: readonly Observation[];
  readonly foundAt: Date | null;
}

export async function readLight(
  dependencies: Dependencies,
  { documentId, revision }: { readonly documentId: string; readonly revision: number },
  content: Pick<RevisionContent, 'claims' | 'attachments'>,
): Promise<Light> {
  const { reader } = dependencies.database;
  const { claims, attachments = [] } = content;
  const isAttached =
    attachments.length > 0 ||
    claims.some(({ evidence }) => evidence.some(({ attachment }) => attachment !== undefined));
  const [found, observed, files, criteriaChanged] = await Promise.all([
    findFindings(reader, documentId, revision),
    listObserved(reader, documentId, revision),
    isAttached ? attachmentsOf(reader, documentId, revision) : NO_ATTACHMENTS,
    readChangedCriteria(dependencies, documentId, revision, claims),
  ]);
  return {
    findings: found && readFindings(found.content, `${documentId}@${revision}`),
    foundAt: found?.foundAt ?? null,
    observations: observationsOf(observed),
    attachments: files,
    criteriaChanged,
  };
}

const NO_ATTACHMENTS: Light['attachments'] = new Map();

/** In one statement: what an agent is told of its claims while it reads. */
export async function readStandings(
  { database: { reader } }: Dependencies,
  documentId: string,
  revision: number,
): Promise<Light> {
  const found = await findFindings(reader, documentId, revision);
  return {
    findings: found && readFindings(found.content, `${documentId}@${revision}`),
    foundAt: found?.foundAt ?? null,
    observations: [],
    attachments: NO_ATTACHMENTS,
    criteriaChanged: new Set(),
  };
}
