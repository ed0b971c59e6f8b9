/** What follows when the server has looked at a revision: it is sent back, its gate opens, or people are asked. */
import { apply } from './apply.ts';
import type { PolicyJudge, WritingToken } from './callers.ts';
import { isAwaitingChecks } from './checks.ts';
import { conclude } from './consequences.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { openedByRun } from './opening.ts';
import type { Allowed, Change, GateEvent } from './ruling.ts';
import { isClarifying } from './runs.ts';
import { documentOf } from './sequence.ts';
import { giveVerdict } from './verdicts.ts';
import type { ChecksState } from './vocabulary.ts';

export interface ChecksReport {
  readonly documentId: string;
  /** The revision that was looked at. */
  readonly revision: number;
  readonly checks: ChecksState | null;
  readonly contradicted: boolean;
  /** One id for each failure of a red required check. */
  readonly reasonIds: readonly string[];
  /** The run that wrote the revision, with what its issuer may do now; null: none did. */
  readonly author: WritingToken | null;
}

/**
 * Rules on what was found. A red required check sends the document back; all green opens a gate of checks; else a run
 * that goes on unattended may, and otherwise people are asked. A revision that was replaced meanwhile changes nothing.
 */
export function reportChecks(group: GroupFacts, report: ChecksReport): Allowed {
  const document = documentOf(group, report.documentId);
  if (document === null || document.revision !== report.revision) return NOTHING;
  const { documentId, checks, contradicted } = report;
  const changes: Change[] = [{ kind: 'checks_moved', documentId, checks, contradicted }];
  const moved = (document.checks ?? null) !== checks || document.contradicted !== contradicted;
  const events = moved && isNews(checks) ? [finished(document, report)] : [];
  if (document.state !== 'in_review' || group.state !== 'open') {
    return { allowed: true, changes: moved ? changes : [], events };
  }
  const after = apply(group, changes);
  const looked = documentOf(after, documentId);
  const more = looked === null ? null : followUp(after, looked, report);
  if (more === null) return moved ? conclude(group, changes, events) : NOTHING;
  return {
    allowed: true,
    changes: [...changes, ...more.changes],
    events: [...events, ...more.events],
  };
}

const NOTHING: Allowed = { allowed: true, changes: [], events: [] };

/** Running and waiting are no results. */
function isNews(checks: ChecksState | null): boolean {
  return !isAwaitingChecks({ checks });
}

function finished(document: DocumentFacts, { checks, contradicted, revision }: ChecksReport) {
  const details = { revision, result: checks ?? 'none', contradicted };
  const stepId = document.stepId ?? undefined;
  return { kind: 'checks.finished', documentId: document.id, stepId, details } satisfies GateEvent;
}

function followUp(
  group: GroupFacts,
  document: DocumentFacts,
  { reasonIds, author, checks, revision }: ChecksReport,
): Allowed | null {
  const named = document.gate?.checks ?? [];
  const verdict = { documentId: document.id, revision, by: checksJudge(document) } as const;
  if (reasonIds.length > 0 && named.length > 0) {
    const sent = giveVerdict(group, document, { ...verdict, verb: 'request_revision', reasonIds });
    return sent.allowed ? sent : null;
  }
  if (isAwaitingChecks({ checks })) return null;
  if (document.gate?.by === 'checks' && checks === 'passed') {
    const opened = giveVerdict(group, document, { ...verdict, verb: 'approve' });
    return opened.allowed ? opened : null;
  }
  return author === null || isClarifying(group) ? null : openedByRun(group, document, author);
}

/** It stands on nobody's rights: what it may do is written in the gate. */
function checksJudge({ issuerId }: DocumentFacts): PolicyJudge {
  return { kind: 'policy', policy: 'checks', issuerId, issuerMayJudge: true, issuerRoles: [] };
}
