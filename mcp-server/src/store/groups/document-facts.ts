/** A document's row as the gate looks at it; what is only read where it is judged stays empty. */
import type { DocumentFacts, GatePolicy, StaleMark } from '../../gate/facts.ts';
import type {
  ActorKind,
  ChecksState,
  DocumentState,
  ReviewStop,
  Series,
} from '../../gate/vocabulary.ts';
import { fromJson } from '../json.ts';
import type { DocumentRecord } from './read-group.ts';
import { standInOf } from './stand-in.ts';

export function documentFactsOf(document: DocumentRecord): DocumentFacts {
  return {
    id: document.id,
    number: document.number,
    type: document.type,
    series: document.series as Series,
    stepId: document.stepId,
    gate:
      document.gate === null
        ? null
        : fromJson<GatePolicy>(document.gate, `the gate of ${document.id}`),
    state: document.state as DocumentState,
    revision: document.revision,
    hash: document.hash,
    staleBecause: document.stale
      ? fromJson<StaleMark[]>(document.staleBecause ?? '[]', `the stale marks of ${document.id}`)
      : [],
    authorKind: document.authorKind as ActorKind,
    authorId: document.authorId,
    issuerId: document.issuerId,
    contradicted: document.contradicted,
    checks: document.checks as ChecksState | null,
    plannedVersion: document.plannedVersion,
    handedTo: standInOf(document.handedTo),
    approvals: [],
    held: [],
    openReasonIds: [],
    threads: [],
    reviewStop: document.reviewStop as ReviewStop | null,
    cites: [],
  };
}
