/** A document as its reviewer needs it: what it says, what can be believed, what may be done with it now. */
import type { Reader } from '@flowgate/database';
import type { z } from 'zod';
import { DocumentView, ReadDocumentInput } from '../../contracts/documents.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { approvalsHave, approvalsNeeded } from '../../gate/judging.ts';
import { verdictsOnOffer } from '../../gate/offers.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import {
  type DocumentDetails,
  findDocumentDetails,
  findRevision,
  listAttentionOf,
} from '../../store/documents/read-document.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { listQuestions } from '../../store/questions/read-questions.ts';
import { action } from '../action.ts';
import { targetNames } from '../attention-targets.ts';
import { readScene } from '../change-group.ts';
import { checksView, observedView } from '../evidence/checks-view.ts';
import { type Light, readLight } from '../evidence/read-light.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfDocument, placeOfDocument } from '../places.ts';
import { questionViews } from '../questions/question-view.ts';
import { applyHeldVerdict } from '../timers/apply-held-verdict.ts';
import { systemCall } from '../timers/run-due-timers.ts';
import { wireTime } from '../times.ts';
import { fieldsIn } from '../types/fields-in.ts';
import { type RevisionContent, readContent } from './canonical-content.ts';
import { claimViews, fileView } from './claim-views.ts';
import { documentSummary } from './document-summary.ts';
import { headlineOf } from './headline-of.ts';
import { heldView } from './held-view.ts';
import { planView } from './plan-view.ts';
import { offerView, reasonView, verdictView } from './verdict-views.ts';

export const readDocument = action({
  name: 'read_document',
  input: ReadDocumentInput,
  output: DocumentView,
  permission: 'project.read',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async (dependencies, call, { document_id: id }) => {
    const { database, clock } = dependencies;
    const { reader } = database;
    const details = await findUpToDate(dependencies, id);
    if (details === null) throw problems.notFound();
    const scene = await readScene(dependencies, call, groupOfDocument(id), clock.now(), {
      judging: [id],
    });
    const revision = await findRevision(reader, id, details.revision);
    if (revision === null) throw new Error(`${id} has no revision ${details.revision}`);
    const content = readContent(revision.content, id);
    const light = await readLight(
      dependencies,
      { documentId: id, revision: revision.number },
      content,
    );
    return view(dependencies, call, scene, details, { content, light });
  },
});

/** A held verdict that is due falls before anybody reads past it, even where no timer has come to it yet. */
async function findUpToDate(
  dependencies: Dependencies,
  id: string,
): Promise<DocumentDetails | null> {
  const { reader } = dependencies.database;
  const details = await findDocumentDetails(reader, id);
  const now = dependencies.clock.now();
  const due = (details?.heldVerdicts ?? []).filter(({ dueAt }) => dueAt <= now);
  if (due.length === 0) return details;
  for (const held of due) await applyHeldVerdict(dependencies, systemCall(dependencies), held.id);
  return findDocumentDetails(reader, id);
}

async function view(
  dependencies: Dependencies,
  call: Call,
  scene: GroupScene,
  details: DocumentDetails,
  { content, light }: { readonly content: RevisionContent; readonly light: Light },
): Promise<z.input<typeof DocumentView>> {
  const { reader } = dependencies.database;
  const { record, facts } = scene;
  const document = facts.documents.find(({ id }) => id === details.id);
  const [questions, attention, held] = await Promise.all([
    listQuestions(reader, questionsAbout(details), 100),
    listAttentionOf(reader, { documentId: details.id }),
    Promise.all(details.heldVerdicts.map((row) => heldView(reader, row, call))),
  ]);
  const nameOf = await targetNames(reader, call.say, attention);
  const type = await dependencies.types.at(details.typeId, details.typeVersion);
  const claims = claimViews(call.say, content.claims, light);
  const mine = call.caller.kind === 'person' ? call.caller.id : null;
  const counting = details.verdicts.filter(({ counts, voidedAt }) => counts && voidedAt === null);
  return {
    document: documentSummary(details, record.steps),
    group: {
      id: record.id,
      title: record.title,
      project: record.projectId,
      state: record.state,
    },
    headline: document
      ? headlineOf(call.say, {
          facts,
          document,
          content,
          claims,
          light,
          reasons: {
            all: details.reasons.length,
            answered: details.reasons.filter(({ response }) => response !== null).length,
          },
          criteria: hasCriteria(details) ? details._count.criteria : null,
          unread: counting.some(isUnread),
          unreadDocuments:
            details.series === 'closing' ? await countUnread(reader, details.groupId) : 0,
          ownWork: counting.some(({ verb, ownWork }) => verb === 'approve' && ownWork),
        })
      : call.say.headline('document', { type: details.type, revision: details.revision }),
    body: content.body,
    fields: content.fields as z.input<typeof DocumentView>['fields'],
    fields_schema: fieldsIn(
      type.fieldSchema,
      call.say.language,
      call.caller.kind === 'person',
    ) as z.input<typeof DocumentView>['fields_schema'],
    claims,
    checks: checksView(call.say, document?.checks, light),
    observed: light.observations.map(observedView),
    attachments: (content.attachments ?? []).flatMap((hash) => {
      const row = light.attachments.get(hash);
      return row ? [fileView(row)] : [];
    }),
    cites: [...content.cites],
    assumptions: [...content.assumptions],
    plan: await planView(dependencies, call, scene, document, content.fields),
    verdicts: offersFor(call, facts, details.id),
    approvals: {
      have: document ? approvalsHave(document) : 0,
      need: document?.gate ? approvalsNeeded(document.gate) : 0,
    },
    judgements: details.verdicts.map(verdictView),
    held: mine === null ? [] : held,
    reasons: details.reasons.map(reasonView),
    questions: await questionViews(dependencies, questions, call),
    revisions: details.revisions.map(({ number, hash, createdAt, ...author }) => ({
      number,
      hash,
      author: {
        kind: author.authorKind as ActorKind,
        id: author.authorId,
        name: author.authorName,
      },
      at: wireTime(createdAt),
    })),
    stale_because: (document?.staleBecause ?? []).map(({ documentId }) => documentId),
    judged_revision: details.verdicts.filter(({ byId }) => byId === mine).at(-1)?.revision ?? null,
    waiting_for: attention.map((row) => ({
      who: nameOf(row),
      reason: row.reason,
      since: wireTime(row.since),
    })),
    ...neighbours(facts, details.id),
  };
}

/** Approved by policy, and by nobody since. */
async function countUnread(reader: Reader, groupId: string): Promise<number> {
  const rows = await reader.verdict.findMany({
    where: {
      ...{ policy: { not: null }, verb: 'approve', voidedAt: null, readAt: null },
      document: { groupId },
    },
    select: { documentId: true },
    distinct: ['documentId'],
  });
  return rows.length;
}

/** Only a policy approved it, and nobody has read it since. */
function isUnread({ verb, policy, readAt }: DocumentDetails['verdicts'][number]): boolean {
  return verb === 'approve' && policy !== null && readAt === null;
}

/** A bearer is offered nothing: no tool of its records a person's verdict. */
function offersFor(call: Call, facts: GroupFacts, documentId: string) {
  if (call.caller.kind !== 'person') return [];
  const judge = gatePerson(call.caller, facts.projectId);
  return verdictsOnOffer(facts, documentId, judge).map((offer) => offerView(call.say, offer));
}

function questionsAbout({ id, stepId, groupId }: DocumentDetails) {
  return { groupId, OR: [{ documentId: id }, ...(stepId === null ? [] : [{ stepId }])] };
}

function hasCriteria({ series, type }: DocumentDetails): boolean {
  return series === 'root' || type === 'T';
}

function neighbours({ steps, documents }: GroupFacts, id: string) {
  const inOrder = steps
    .map((step) => documents.find(({ stepId }) => stepId === step.id)?.id)
    .filter((documentId) => documentId !== undefined);
  const index = inOrder.indexOf(id);
  return {
    previous_id: (index > 0 && inOrder[index - 1]) || null,
    next_id: (index >= 0 && inOrder[index + 1]) || null,
  };
}
