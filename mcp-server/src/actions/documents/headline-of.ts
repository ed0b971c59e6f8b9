/** What stands above an agent's prose: written by the server, from what it knows. */
import type { Sentences } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import type { RevisionContent } from './canonical-content.ts';

export interface HeadlineFacts {
  readonly facts: GroupFacts;
  readonly document: DocumentFacts;
  readonly content: RevisionContent;
  readonly reasons: { readonly all: number; readonly answered: number };
  readonly criteria: number | null;
  readonly unread: boolean;
  /** For a final approval: documents of the group that only a policy approved. */
  readonly unreadDocuments: number;
  readonly ownWork: boolean;
}

export function headlineOf(say: Sentences, of: HeadlineFacts): string {
  const { facts, document, reasons } = of;
  const open = facts.questions.filter(({ stepId }) => stepId === document.stepId).length;
  return [
    firstSentence(say, of),
    of.criteria === null ? '' : criteriaSentence(say, of.criteria),
    reasons.all > 0
      ? say.headline('responses', { answered: reasons.answered, reasons: reasons.all })
      : '',
    assumptionsSentence(say, of.content),
    open > 0 ? say.headline('questions_open', { questions: open }) : '',
    document.threads.length > 0
      ? say.headline('threads_open', { threads: document.threads.length })
      : '',
    document.staleBecause.length > 0
      ? say.headline('stale', { cause: document.staleBecause[0]?.documentId })
      : '',
    of.unread ? say.headline('not_read_by_person') : '',
    of.ownWork ? say.headline('own_work') : '',
    document.series === 'report' ? say.headline('checks_none') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function firstSentence(
  say: Sentences,
  { facts, document, content, unreadDocuments: unread }: HeadlineFacts,
): string {
  const { type, revision, series } = document;
  if (series === 'closing') {
    const documents = facts.documents.filter(({ id }) => id !== document.id);
    const stale = documents.filter(({ staleBecause }) => staleBecause.length > 0).length;
    return say.headline('closing', {
      type,
      revision,
      documents: documents.length,
      ...(unread > 0 ? { unread } : {}),
      ...(stale > 0 ? { stale } : {}),
    });
  }
  const answers = answeredBy(facts, document);
  if (series !== 'report') return say.headline('document', { type, revision, answers });
  const claims = content.claims.length;
  return say.headline('report', { type, revision, answers, claims, attested: claims });
}

/** The instruction a report answers: the document of the step before. */
function answeredBy(facts: GroupFacts, document: DocumentFacts): string | undefined {
  if (document.series !== 'report') return undefined;
  const index = facts.steps.findIndex(({ id }) => id === document.stepId);
  const before = facts.steps[index - 1];
  const answered = facts.documents.find(({ stepId }) => stepId !== null && stepId === before?.id);
  return answered?.id.slice(facts.id.length + 1);
}

function criteriaSentence(say: Sentences, criteria: number): string {
  return criteria > 0 ? say.headline('criteria', { criteria }) : say.headline('criteria_none');
}

function assumptionsSentence(say: Sentences, { assumptions }: RevisionContent): string {
  if (assumptions.length === 0) return '';
  return say.headline('assumptions', { assumptions: assumptions.length });
}
