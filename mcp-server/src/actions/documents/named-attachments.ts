/** The attachments a submission names: whole, here, and the caller's own or already this group's. */
import type { SubmitDocumentInput } from '../../contracts/submit.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { ATTACHMENTS_PER_DOCUMENT_MAX } from '../../gate/limits.ts';
import type { Fault } from '../../problems.ts';
import { type AttachmentRow, listAttachments } from '../../store/attachments/attachments.ts';
import { isOwn } from '../attachments/place-of-attachment.ts';
import type { RevisionContent } from './canonical-content.ts';

export interface NamedAttachments {
  readonly ids: readonly string[];
  readonly faults: readonly Fault[];
  /** What the hash covers in place of an id. */
  readonly sha256Of: (id: string) => string;
}

interface Naming {
  readonly path: string;
  readonly id: string;
}

const NONE: NamedAttachments = { ids: [], faults: [], sha256Of: (id) => id };

/** One statement, or none where nothing is named. */
export async function readNamedAttachments(
  { database: { reader } }: Dependencies,
  call: Call,
  { claims = [], attachments = [] }: Pick<SubmitDocumentInput, 'claims' | 'attachments'>,
  facts: GroupFacts,
): Promise<NamedAttachments> {
  const named: Naming[] = [
    ...claims.flatMap(({ evidence }, at) =>
      evidence.flatMap(({ attachment }, index) =>
        attachment === undefined
          ? []
          : [{ path: `claims[${at}].evidence[${index}].attachment`, id: attachment }],
      ),
    ),
    ...attachments.map((id, index) => ({ path: `attachments[${index}]`, id })),
  ];
  const ids = [...new Set(named.map(({ id }) => id))];
  if (ids.length === 0) return NONE;
  if (ids.length > ATTACHMENTS_PER_DOCUMENT_MAX) {
    const params = { max: ATTACHMENTS_PER_DOCUMENT_MAX };
    return { ...NONE, faults: [{ path: 'claims', code: 'too_many_items', params }] };
  }
  const rows = new Map((await listAttachments(reader, ids)).map((row) => [row.id, row]));
  return {
    ids,
    faults: named.flatMap(({ path, id }) => faultOf(rows.get(id), call, facts, path)),
    sha256Of: (id) => rows.get(id)?.sha256 ?? id,
  };
}

/** What is attached counts by its bytes, whatever id it was uploaded under. */
export function contentByHash(
  { claims = [], attachments = [] }: Pick<SubmitDocumentInput, 'claims' | 'attachments'>,
  { sha256Of }: NamedAttachments,
): Pick<RevisionContent, 'claims' | 'attachments'> {
  const byHash = claims.map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((piece) =>
      piece.attachment === undefined ? piece : { ...piece, attachment: sha256Of(piece.attachment) },
    ),
  }));
  if (attachments.length === 0) return { claims: byHash };
  return { claims: byHash, attachments: [...new Set(attachments.map(sha256Of))].sort() };
}

function faultOf(
  row: AttachmentRow | undefined,
  call: Call,
  facts: GroupFacts,
  path: string,
): Fault[] {
  if (row === undefined || !mayName(row, call, facts)) {
    return [{ path, code: 'attachment_unknown', params: {} }];
  }
  if (row.sha256 !== null) return [];
  return [{ path, code: 'attachment_unfinished', params: { received: row.receivedBytes } }];
}

function mayName(row: AttachmentRow, call: Call, { id, projectId }: GroupFacts): boolean {
  const isHere = row.groupId === id || (row.groupId === null && row.projectId === projectId);
  return isHere && (row.namedAt !== null || isOwn(call, row));
}
