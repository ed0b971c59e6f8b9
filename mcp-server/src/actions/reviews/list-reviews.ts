/** What waits for a reviewing agent: documents whose verdict is asked for, and that it hasn't judged as they are. */
import type { Dependencies } from '../../dependencies.ts';
import type { GatePolicy } from '../../gate/facts.ts';
import { agentCounts } from '../../gate/judging.ts';
import type { Series } from '../../gate/vocabulary.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { fromJson } from '../../store/json.ts';
import { gateReviewer, NO_PAST } from '../gate-callers.ts';

/** A type, not an interface: only those are seen to be JSON. */
type Offered = {
  readonly document_id: string;
  readonly revision: number;
  readonly type: string;
  readonly title: string;
  /** False: the verdict is advice, and a person decides. */
  readonly counts: boolean;
  /** The revision of the agent's last verdict on it. */
  readonly reviewed: number | null;
};

/** A reviewer takes the first; the rest waits for the next call. */
const REVIEWS_MAX = 20;
const LOOKED_AT_MAX = 200;
/** As attention has it: a verdict is asked for, by whomever. Where agents went in circles they are asked no more. */
const ASKED = ['asked_to_judge', 'resubmitted'];

export async function listReviews(
  { database: { reader } }: Dependencies,
  caller: AgentCaller,
  groupId: string | undefined,
): Promise<Offered[]> {
  const { token } = caller;
  if (token.state === 'ended') return [];
  const { projectId } = token;
  const asked = await reader.attention.findMany({
    where: { projectId, reason: { in: ASKED }, ...(groupId === undefined ? {} : { groupId }) },
    orderBy: { since: 'asc' },
    take: LOOKED_AT_MAX,
  });
  const ids = [...new Set(asked.flatMap(({ documentId }) => documentId ?? []))];
  if (ids.length === 0) return [];
  const [documents, own, project] = await Promise.all([
    reader.document.findMany({ where: { id: { in: ids }, state: 'in_review' } }),
    reader.verdict.findMany({
      where: { documentId: { in: ids }, byKind: 'token', byId: token.id },
      orderBy: { createdAt: 'desc' },
    }),
    reader.project.findUnique({ where: { id: projectId }, select: { unattended: true } }),
  ]);
  const judge = gateReviewer(caller, NO_PAST);
  return ids
    .flatMap((id) => documents.find((document) => document.id === id) ?? [])
    .filter(({ authorId }) => authorId !== token.id)
    .flatMap(({ id, type, title, revision, series, gate, ...row }) => {
      const last = own.find(({ documentId }) => documentId === id);
      if (last?.revision === revision && last.voidedAt === null) return [];
      const judgeable = {
        series: series as Series,
        gate: gate === null ? null : fromJson<GatePolicy>(gate, `the gate of ${id}`),
        ...{ issuerId: row.issuerId, reviewStop: null, contradicted: row.contradicted },
      };
      const counts = agentCounts({ unattended: project?.unattended ?? false }, judgeable, judge);
      return [{ document_id: id, revision, type, title, counts, reviewed: last?.revision ?? null }];
    })
    .toSorted((one, other) => Number(other.counts) - Number(one.counts))
    .slice(0, REVIEWS_MAX);
}
