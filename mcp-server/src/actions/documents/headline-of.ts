/** What stands above an agent's prose: written by the server, from what it knows. */
import type { z } from 'zod';
import type { ClaimView } from '../../contracts/evidence.ts';
import type { Sentences } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import type { CheckState, ChecksState, EvidenceStanding } from '../../gate/vocabulary.ts';
import { shortSha } from '../evidence/findings.ts';
import type { Light } from '../evidence/read-light.ts';
import type { RevisionContent } from './canonical-content.ts';

export interface HeadlineFacts {
  readonly facts: GroupFacts;
  readonly document: DocumentFacts;
  readonly content: RevisionContent;
  readonly claims: readonly z.input<typeof ClaimView>[];
  readonly light: Light;
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
    ...evidenceSentences(say, of),
  ]
    .filter(Boolean)
    .join(' ');
}

function firstSentence(
  say: Sentences,
  { facts, document, claims, unreadDocuments: unread }: HeadlineFacts,
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
  return say.headline('report', {
    ...{ type, revision, answers, claims: claims.length },
    contradicted: standing(claims, 'contradicted'),
    verified: standing(claims, 'verified'),
    outdated: standing(claims, 'outdated'),
    attested: standing(claims, 'unverified'),
  });
}

/** None is left out of the sentence, not counted. */
function standing(claims: HeadlineFacts['claims'], sought: EvidenceStanding): number | undefined {
  return claims.filter((claim) => claim.standing === sought).length || undefined;
}

/** What changed, what CI saw, and where the checks stand. A final approval has none of it. */
function evidenceSentences(say: Sentences, { document, light }: HeadlineFacts): string[] {
  if (document.series === 'closing') return [];
  const { findings, observations } = light;
  const { files, checks = [] } = findings ?? {};
  const said: string[] = [];
  if (files) {
    const unmentioned = files.unmentioned.length || undefined;
    said.push(say.headline('files', { changed: files.changed, unmentioned }));
  }
  const run = observations.findLast(({ tests }) => tests !== null);
  if (run?.tests) {
    const failures =
      run.tests.failed > 0 ? { failed: run.tests.failed, total: run.tests.total } : {};
    said.push(say.headline('tests_observed', { sha: shortSha(run.sha), ...failures }));
  }
  const awaited = WAITING[document.checks ?? 'passed'];
  if (awaited !== undefined) said.push(say.headline(awaited));
  if (checks.length > 0) {
    const count = (state: CheckState) => checks.filter((check) => check.state === state).length;
    said.push(
      say.headline('checks_done', {
        passed: count('green'),
        failed: count('red') || undefined,
        missing: count('missing') || undefined,
      }),
    );
  } else if (document.series === 'report' && awaited === undefined) {
    said.push(say.headline('checks_none'));
  }
  return said;
}

const WAITING: Partial<
  Record<ChecksState, 'checks_running' | 'checks_waiting' | 'checks_overdue'>
> = { running: 'checks_running', waiting: 'checks_waiting', overdue: 'checks_overdue' };

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
