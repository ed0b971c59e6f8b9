/** The body of a final approval, written by the server in the project's language: what was done, who judged it, what nobody read. */
import type { Dependencies, Sentences } from '../../dependencies.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import type { Change } from '../../gate/ruling.ts';
import type { Language, VerdictVerb } from '../../gate/vocabulary.ts';
import type { Actor } from '../../store/events/append-events.ts';
import type { BodyMaterial } from '../../store/groups/material.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { traceOf, type Unwritten } from '../evidence/trace-of.ts';
import { canonicalContent } from './canonical-content.ts';
import { cell, table } from './markdown-table.ts';
import { traceTable } from './trace-table.ts';

type Due = Extract<Change, { kind: 'closing_due' }>;

/** The transaction it is written in: its verdicts are no rows yet. */
interface Given {
  readonly changes: readonly Change[];
  readonly actor: Actor;
  readonly now: Date;
  /** Of the document handed in with it, if one was. */
  readonly content?: string | undefined;
}

/** Everything it says comes from rows and facts as they stand after the transaction it is written in. */
export async function closingMaterial(
  dependencies: Dependencies,
  scene: GroupScene,
  after: GroupFacts,
  due: Due,
  given: Given,
): Promise<BodyMaterial & { readonly hash: string }> {
  const say = dependencies.sentencesIn(scene.record.projectLanguage as Language);
  const title = say.closing('title', { group: scene.record.id });
  const body = [
    say.closing('intro', { group: scene.record.id }),
    heading(say, 'documents_heading'),
    documentsTable(say, scene, after, due),
    heading(say, 'criteria_heading'),
    traceTable(say, scene.record.id, await traceOf(dependencies, after, unwrittenIn(given))),
    heading(say, 'verdicts_heading'),
    await verdictsTable(dependencies, say, scene, given),
    say.closing('approve_means', { group: scene.record.id }),
  ].join('\n\n');
  const { content, hash } = canonicalContent({
    title,
    body,
    fields: {},
    claims: [],
    cites: [],
    assumptions: [],
  });
  return {
    title,
    content,
    hash,
    bodyCharacters: body.length,
    claimCount: 0,
    payloadHash: hash,
    authorName: SYSTEM_ACTOR.name,
    runId: null,
  };
}

/** A report that a policy approves as it comes in is no row yet when this is written. */
function unwrittenIn({ changes, content }: Given): Unwritten {
  if (content === undefined) return new Map();
  return new Map(
    changes.flatMap((change) =>
      change.kind === 'document_opened' || change.kind === 'document_revised'
        ? [[change.documentId, content] as const]
        : [],
    ),
  );
}

function heading(
  say: Sentences,
  code: 'documents_heading' | 'criteria_heading' | 'verdicts_heading',
): string {
  return `## ${say.closing(code)}`;
}

function documentsTable(
  say: Sentences,
  { record }: GroupScene,
  after: GroupFacts,
  due: Due,
): string {
  const titles = new Map(record.documents.map(({ id, title }) => [id, title]));
  const rows = after.documents
    .filter(({ id }) => id !== due.documentId)
    .map((document) => [
      code(record.id, document.id),
      document.type,
      cell(titles.get(document.id) ?? ''),
      String(document.revision),
      say.states[document.state],
    ]);
  const columns = ['document', 'type', 'title', 'revision', 'state'] as const;
  return table(
    columns.map((column) => say.closing(`column_${column}`)),
    rows,
  );
}

/** Verdicts that stand, and the one being given, which is no row yet. */
async function verdictsTable(
  { database: { reader } }: Dependencies,
  say: Sentences,
  { record }: GroupScene,
  { changes, actor, now }: Given,
): Promise<string> {
  const stored = await reader.verdict.findMany({
    where: {
      documentId: { in: record.documents.map(({ id }) => id) },
      counts: true,
      voidedAt: null,
    },
    orderBy: { createdAt: 'asc' },
  });
  const rows = stored.map((verdict) => [
    code(record.id, verdict.documentId),
    String(verdict.revision),
    say.verdicts[verdict.verb as VerdictVerb],
    `${cell(verdict.byName)}${mark(say, verdict.policy !== null && verdict.readAt === null, verdict.ownWork)}`,
    verdict.createdAt.toISOString().slice(0, 16).replace('T', ' '),
  ]);
  for (const given of changes) {
    if (given.kind !== 'verdict_recorded' || !given.counts) continue;
    rows.push([
      code(record.id, given.documentId),
      String(given.revision),
      say.verdicts[given.verb],
      `${cell(actor.name)}${mark(say, given.by.kind === 'policy', given.ownWork)}`,
      now.toISOString().slice(0, 16).replace('T', ' '),
    ]);
  }
  const columns = ['document', 'revision', 'verdict', 'by', 'at'] as const;
  return table(
    columns.map((column) => say.closing(`column_${column}`)),
    rows,
  );
}

function mark(say: Sentences, unread: boolean, ownWork: boolean): string {
  if (unread) return ` (${say.closing('not_read_by_person')})`;
  return ownWork ? ` (${say.closing('own_work')})` : '';
}

/** The group stands in the title: `0002-T` is enough inside it. */
function code(groupId: string, documentId: string): string {
  return `\`${documentId.slice(groupId.length + 1)}\``;
}
