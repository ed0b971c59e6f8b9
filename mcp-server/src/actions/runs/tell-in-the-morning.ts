/** The morning's digest of a run: one event with its figures, and a notification for the people whose agent it was. */
import type { Dependencies } from '../../dependencies.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { writeNotifications } from '../../store/notifications/write-notifications.ts';
import { findRun, type RunRow } from '../../store/runs/read-runs.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { lastMorning, nextMorning } from './mornings.ts';
import { readDigest } from './read-digest.ts';

/**
 * Tells the group's owner and whoever issued the token, once each morning (the owner's) after which the run did
 * something. Returns the next morning to look, or null once an ended run has been told of.
 */
export async function tellInTheMorning(
  dependencies: Dependencies,
  runId: string,
): Promise<Date | null> {
  const { database, clock } = dependencies;
  const run = await findRun(database.reader, runId);
  if (run === null) return null;
  const now = clock.now();
  const zone = await zoneOf(dependencies, run.group.ownerId);
  const told = run.digestedAt ?? run.startedAt;
  const isDue = lastMorning(now, zone) > told;
  if (isDue && (run.digestedAt === null || run.changedAt > run.digestedAt)) {
    await tell(dependencies, run, now);
  }
  const isOver = run.state === 'ended' && (isDue || run.changedAt <= (run.digestedAt ?? NEVER));
  return isOver ? null : nextMorning(now, zone);
}

const NEVER = new Date(0);

async function zoneOf({ database }: Dependencies, personId: string): Promise<string> {
  const owner = await database.reader.person.findUnique({ where: { id: personId } });
  return owner?.timeZone || 'UTC';
}

/** Of several processes one tells: whoever moves `digestedAt` from where it stood. */
async function tell(dependencies: Dependencies, run: RunRow, now: Date): Promise<void> {
  const { database, announcer, newId } = dependencies;
  const { done, unread, assumed, waiting } = await readDigest(database.reader, run);
  const figures = {
    done: done.length + unread.length,
    unread: unread.length,
    assumed: assumed.length,
    waiting: waiting.length,
    ...(run.reason === null ? {} : { reason: run.reason }),
  };
  const place = { projectId: run.projectId, groupId: run.groupId };
  const told = await database.inTransaction(async (transaction) => {
    const moved = await transaction.run.updateMany({
      where: { id: run.id, digestedAt: run.digestedAt },
      data: { digestedAt: now },
    });
    if (moved.count !== 1) return false;
    const position = await appendEvents(transaction, {
      ...place,
      actor: SYSTEM_ACTOR,
      at: now,
      events: [{ kind: 'run.digest', runId: run.id, details: figures }],
    });
    const people = [run.group.ownerId, run.token.issuerId];
    const rows = people.map((personId) => ({
      ...({ personId, kind: 'run.digest', documentId: null, runId: run.id } as const),
    }));
    const params = { title: run.group.title, actor: SYSTEM_ACTOR.name, ...figures };
    const by = SYSTEM_ACTOR.id;
    await writeNotifications(transaction, { ...place, position }, by, rows, params, { newId, now });
    return true;
  });
  if (told) announcer.announce(run.projectId);
}
