/**
 * A gate's hours are over: whoever should judge is reminded, and half as long again later the stand-in is asked. The
 * clock stands still while a blocking question is open. It never decides anything: silence is no consent.
 */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts, StandIn } from '../../gate/facts.ts';
import { STAND_IN_AFTER } from '../../gate/limits.ts';
import { documentOf } from '../../gate/sequence.ts';
import { deadlineSubject } from '../../store/groups/sheet-of-deadlines.ts';
import { columnOf } from '../../store/groups/stand-in.ts';
import { findStandIn } from '../../store/projects/judges.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { changeGroup, type Decision } from '../change-group.ts';
import { groupOfDocument } from '../places.ts';
import { type WaitedFor, waitedFor } from './waited-for.ts';

const HOUR = 3600 * 1000;
/** A clock that stands still is looked at again after so long at the earliest. */
const AGAIN = 60 * 1000;

/** `subject` names the document and since when it waits: a wait that is over is none of this timer's business. */
export async function watchDeadline(
  dependencies: Dependencies,
  call: Call,
  subject: string,
): Promise<Date | null> {
  const documentId = subject.slice(0, subject.lastIndexOf('@'));
  const groupId = groupOfDocument(documentId);
  const options = { actor: SYSTEM_ACTOR, judging: [documentId] };
  return changeGroup<Date | null>(
    dependencies,
    call,
    groupId,
    options,
    async ({ facts, record }, now) => {
      const row = record.documents.find(({ id }) => id === documentId);
      const document = documentOf(facts, documentId);
      const hours = document?.gate?.dueHours;
      const waits = document?.state === 'in_review' && facts.state === 'open';
      if (row === undefined || document === null || !waits || hours === undefined) {
        return { settled: null };
      }
      // Nobody can judge in an archived project; brought back, it is looked at again.
      if (facts.archived) return { settled: new Date(now.getTime() + HOUR) };
      if (deadlineSubject(documentId, row.changedAt) !== subject) return { settled: null };
      const waited = await waitedFor(dependencies.database.reader, groupId, row.changedAt, now);
      const due = row.remindedAt === null ? hours * HOUR : hours * STAND_IN_AFTER * HOUR;
      if (!isOver(waited, due)) return { settled: againAt(waited, due, now) };
      if (row.remindedAt === null) return remind(documentId, document, hours, waited, now);
      if (document.handedTo !== null) return { settled: null };
      return handOn(documentId, await standInFor(dependencies, facts, document));
    },
  );
}

function isOver({ milliseconds, standsStill }: WaitedFor, due: number): boolean {
  return !standsStill && milliseconds >= due;
}

function againAt({ milliseconds }: WaitedFor, due: number, now: Date): Date {
  return new Date(now.getTime() + Math.max(due - milliseconds, AGAIN));
}

function remind(
  documentId: string,
  { gate, stepId }: DocumentFacts,
  hours: number,
  waited: WaitedFor,
  now: Date,
): Decision<Date | null> {
  const isHandedOn = gate?.standIn !== undefined;
  return {
    changes: [],
    events: [
      { kind: 'document.overdue', documentId, stepId: stepId ?? undefined, details: { hours } },
    ],
    also: async (transaction) => {
      await transaction.document.updateMany({
        where: { id: documentId },
        data: { remindedAt: now },
      });
    },
    answer: () => (isHandedOn ? againAt(waited, hours * STAND_IN_AFTER * HOUR, now) : null),
  };
}

function handOn(documentId: string, to: StandIn): Decision<null> {
  return {
    changes: [],
    events: [{ kind: 'document.handed_on', documentId, details: { to: to.id, to_kind: to.kind } }],
    also: async (transaction) => {
      await transaction.document.updateMany({
        where: { id: documentId },
        data: { handedTo: columnOf(to) },
      });
    },
    reckon: (after) => ({
      ...after,
      documents: after.documents.map((document) =>
        document.id === documentId ? { ...document, handedTo: to } : document,
      ),
    }),
    answer: () => null,
  };
}

/** The person named, as long as their approval could count; else the maintainers, who can name another. */
async function standInFor(
  { database: { reader } }: Dependencies,
  { projectId, fourEyes }: GroupFacts,
  { gate, issuerId, approvals, revision }: DocumentFacts,
): Promise<StandIn> {
  const maintainers = { kind: 'role', id: 'maintainer' } as const;
  const person = await findStandIn(reader, projectId, gate?.standIn ?? '');
  if (person === null || (fourEyes && issuerId === person)) return maintainers;
  const given = approvals.some((one) => one.byId === person && one.revision === revision);
  return given ? maintainers : { kind: 'person', id: person };
}
