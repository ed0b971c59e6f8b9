/** What changes of documents, their bodies and their stale marks come down to in rows. */
import type { StaleMark } from '../../gate/facts.ts';
import type { BodyFacts, Change } from '../../gate/ruling.ts';
import { fromJson } from '../json.ts';
import type { BodyMaterial, Material } from './material.ts';
import { alter, documentBefore, type Row, required, type Sheet, type Writers } from './sheet.ts';
import { startDeadline } from './sheet-of-deadlines.ts';

type Kind = Extract<
  Change['kind'],
  | 'document_opened'
  | 'document_revised'
  | 'closing_due'
  | 'document_moved'
  | 'checks_moved'
  | 'step_emptied'
  | 'marked_stale'
  | 'stale_lifted'
>;

export const DOCUMENT_WRITERS: Writers<Kind> = {
  document_opened: (sheet, change, material) =>
    openDocument(sheet, material, required(material.body, change.kind), change),
  document_revised: (sheet, change, material) =>
    reviseDocument(sheet, material, required(material.body, change.kind), change),
  closing_due: (sheet, change, material) => {
    const closing = required(material.closing, change.kind);
    const body = closingBody(closing.hash);
    if (change.revision === 1) {
      const opened = {
        ...change,
        series: 'closing',
        state: 'in_review',
        body,
      } as const;
      openDocument(sheet, material, closing, opened);
    } else {
      reviseDocument(sheet, material, closing, { ...change, body });
      alter(sheet.documents, change.documentId, { state: 'in_review' });
    }
  },
  document_moved: (sheet, { documentId, to }, material) => {
    alter(sheet.documents, documentId, { state: to, changedAt: material.now, ...NOBODY_LATE });
    if (to === 'in_review') startDeadline(sheet, material, documentId);
  },
  checks_moved: (sheet, { documentId, checks, contradicted }) =>
    alter(sheet.documents, documentId, { checks, contradicted }),
  step_emptied: (sheet, { documentId }) => alter(sheet.documents, documentId, { stepId: null }),
  marked_stale: (sheet, { documentId, mark }, material) => {
    const marks = [...staleMarksOf(sheet, material, documentId), mark];
    alter(sheet.documents, documentId, {
      stale: true,
      staleBecause: JSON.stringify(marks),
    });
  },
  stale_lifted: (sheet, { documentId, left }) =>
    alter(sheet.documents, documentId, {
      stale: left.length > 0,
      staleBecause: JSON.stringify(left),
    }),
};

function openDocument(
  sheet: Sheet,
  material: Material,
  texts: BodyMaterial,
  change: Omit<Row<'document_opened'>, 'kind'>,
): void {
  const { documentId, body } = change;
  sheet.group = { ...sheet.group, documentCount: change.number };
  sheet.documentsOpened.push({
    id: documentId,
    projectId: material.projectId,
    groupId: material.groupId,
    stepId: change.stepId,
    number: change.number,
    type: change.type,
    ...material.typeVersionOf(change.type),
    series: change.series,
    gate: change.gate === null ? null : JSON.stringify(change.gate),
    state: change.state,
    revision: 1,
    stale: false,
    ...bodyColumns(material, texts, body),
    ...(change.series === 'conversation' ? { turnCount: 0 } : {}),
    createdAt: material.now,
  });
  addRevision(sheet, material, texts, { documentId, revision: 1, body });
  startDeadline(sheet, material, documentId, change.gate);
}

type Revised = Pick<Row<'document_revised'>, 'documentId' | 'revision' | 'body'>;

function reviseDocument(
  sheet: Sheet,
  material: Material,
  texts: BodyMaterial,
  change: Revised,
): void {
  const { documentId, revision, body } = change;
  alter(sheet.documents, documentId, {
    revision,
    ...bodyColumns(material, texts, body),
    ...NOBODY_LATE,
  });
  addRevision(sheet, material, texts, change);
  startDeadline(sheet, material, documentId);
}

/** Whoever judges gets the gate's whole time again. */
const NOBODY_LATE = { remindedAt: null, handedTo: null } as const;

/** The columns of a document that its latest body sets. */
function bodyColumns(
  { now }: Material,
  { title, payloadHash, authorName, bodyCharacters, claimCount }: BodyMaterial,
  body: BodyFacts,
) {
  return {
    title,
    titleLower: title.toLowerCase(),
    hash: body.hash,
    payloadHash,
    bodyCharacters,
    claimCount,
    citeCount: body.cites.length,
    contradicted: body.contradicted,
    checks: body.checks ?? null,
    plannedVersion: body.plannedVersion,
    authorKind: body.authorKind,
    authorId: body.authorId,
    authorName,
    issuerId: body.issuerId,
    changedAt: now,
  };
}

function addRevision(
  sheet: Sheet,
  { now, citingIds }: Material,
  texts: BodyMaterial,
  { documentId, revision, body }: Revised,
): void {
  sheet.revisions.push({
    documentId,
    number: revision,
    hash: body.hash,
    content: texts.content,
    authorKind: body.authorKind,
    authorId: body.authorId,
    authorName: texts.authorName,
    issuerId: body.issuerId,
    tokenId: body.authorKind === 'token' ? body.authorId : null,
    runId: texts.runId,
    createdAt: now,
  });
  if (body.cites.length > 0 || citingIds.has(documentId))
    sheet.citations.set(documentId, body.cites);
}

function closingBody(hash: string): BodyFacts {
  const author = {
    authorKind: 'system',
    authorId: 'system',
    issuerId: 'system',
  } as const;
  return {
    hash,
    cites: [],
    contradicted: false,
    plannedVersion: null,
    ...author,
  };
}

/** Marks before this one, those of the same transaction included. */
function staleMarksOf(sheet: Sheet, material: Material, documentId: string): readonly StaleMark[] {
  const altered = sheet.documents.get(documentId)?.staleBecause;
  if (typeof altered === 'string') return fromJson<StaleMark[]>(altered, 'a stale mark');
  return documentBefore(material, documentId)?.staleBecause ?? [];
}
