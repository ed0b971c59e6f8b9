/** What the tables say, whole: for tests that nothing changed, and that what changed hangs together. */
import { createHash } from 'node:crypto';
import type { Reader } from '@flowgate/database';
import {
  FIRST_PREVIOUS_HASH,
  hashOfEvent,
} from '../../mcp-server/src/store/events/append-events.ts';
import { parseModels, readModelsText } from '../../prisma/read-models.ts';

/** Telling when somebody was last here, how often they failed to get in or tried out, is no change of the work. */
const BESIDE_THE_WORK = ['Session', 'AttemptCounter', 'DryRunCount'];
const TOUCHED_BY_READING = ['lastUsedAt'];

type Rows = { findMany(): Promise<Record<string, unknown>[]> };

/** Every row of every table, by table. Two that are equal mean: not a byte changed. */
export async function contentOf(reader: Reader): Promise<Record<string, string[]>> {
  const models = parseModels(readModelsText()).map(({ model }) => model);
  const kept = models.filter((model) => !BESIDE_THE_WORK.includes(model));
  const tables = await Promise.all(
    kept.map(async (model) => {
      const name = model.charAt(0).toLowerCase() + model.slice(1);
      const rows = await (reader as unknown as Record<string, Rows>)[name]?.findMany();
      return [model, (rows ?? []).map(withoutTouches).sort()] as const;
    }),
  );
  return Object.fromEntries(tables);
}

function withoutTouches(row: Record<string, unknown>): string {
  const entries = Object.entries(row).filter(([name]) => !TOUCHED_BY_READING.includes(name));
  return JSON.stringify(Object.fromEntries(entries));
}

/** Every sentence that isn't true of these tables; none when all hangs together. */
export async function brokenIn(reader: Reader): Promise<string[]> {
  return [
    ...(await brokenLogs(reader)),
    ...(await brokenNumbers(reader)),
    ...(await brokenTurns(reader)),
    ...(await brokenDocuments(reader)),
    ...(await brokenTokens(reader)),
    ...(await brokenAttention(reader)),
  ];
}

async function brokenLogs(reader: Reader): Promise<string[]> {
  const logs = await reader.projectLog.findMany();
  const broken = await Promise.all(
    logs.map(async ({ projectId, position, headHash }) => {
      const events = await reader.event.findMany({
        where: { projectId },
        orderBy: { position: 'asc' },
      });
      let previous = FIRST_PREVIOUS_HASH;
      const faults = events.flatMap((event, index) => {
        const isNext = event.position === index + 1 && event.previousHash === previous;
        previous = event.hash;
        return isNext && hashOfEvent(event) === event.hash
          ? []
          : [`event ${event.position} of ${projectId} is out of the chain`];
      });
      const isWhole = events.length === position && previous === headHash;
      return isWhole ? faults : [...faults, `the log of ${projectId} doesn't end at its head`];
    }),
  );
  return broken.flat();
}

/** Taken once each, without a gap. */
function isDense(numbers: readonly number[], count: number): boolean {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted.length === count && sorted.every((number, index) => number === index + 1);
}

async function brokenNumbers(reader: Reader): Promise<string[]> {
  const [modules, groups, documents, steps, questions] = await Promise.all([
    reader.module.findMany(),
    reader.group.findMany(),
    reader.document.findMany(),
    reader.step.findMany(),
    reader.question.findMany(),
  ]);
  const numbersOf = (rows: readonly { groupId: string; number: number }[], id: string) =>
    rows.filter(({ groupId }) => groupId === id).map(({ number }) => number);
  return [
    ...modules
      .filter(({ id, groupCount }) => {
        const own = groups.filter(({ moduleId }) => moduleId === id);
        return !isDense(
          own.map(({ number }) => number),
          groupCount,
        );
      })
      .map(({ id }) => `the groups of ${id} aren't numbered without gaps`),
    ...groups.flatMap(({ id, documentCount, questionCount }) => [
      ...(isDense(numbersOf(documents, id), documentCount) ? [] : [`documents of ${id}`]),
      ...(isDense(numbersOf(questions, id), questionCount) ? [] : [`questions of ${id}`]),
      ...(isDense(numbersOf(steps, id), numbersOf(steps, id).length) ? [] : [`steps of ${id}`]),
    ]),
  ];
}

/** Every turn has its number and its event, with what it had not read told beside it. */
async function brokenTurns(reader: Reader): Promise<string[]> {
  const [documents, turns, events] = await Promise.all([
    reader.document.findMany({ where: { series: 'conversation' } }),
    reader.turn.findMany(),
    reader.event.findMany({ where: { kind: 'conversation.turn' } }),
  ]);
  return documents.flatMap(({ id, turnCount }) => {
    const own = turns.filter(({ documentId }) => documentId === id);
    const told = events.filter(({ documentId }) => documentId === id);
    const dense = isDense(
      own.map(({ number }) => number),
      turnCount ?? 0,
    );
    const inLog = told.map(({ details }) => Number(JSON.parse(details).turn));
    return [
      ...(dense ? [] : [`the turns of ${id} aren't numbered without gaps`]),
      ...(isDense(inLog, own.length) ? [] : [`the log doesn't tell every turn of ${id}`]),
    ];
  });
}

async function brokenDocuments(reader: Reader): Promise<string[]> {
  const documents = await reader.document.findMany({ include: { revisions: true } });
  const verdicts = await reader.verdict.findMany({ where: { counts: true, voidedAt: null } });
  const submissions = await reader.event.findMany({ where: { kind: 'document.submitted' } });
  const told = new Set(
    submissions.map(({ documentId, details }) => `${documentId}@${JSON.parse(details).revision}`),
  );
  return documents.flatMap(({ id, revision, hash, state, series, revisions }) => {
    const faults: string[] = [];
    const newest = revisions.find(({ number }) => number === revision);
    if (
      !isDense(
        revisions.map(({ number }) => number),
        revision,
      )
    )
      faults.push('lacks a revision');
    if (newest?.hash !== hash) faults.push('names the hash of no body it has');
    for (const { number, content, hash: own, redactedAt } of revisions) {
      if (redactedAt === null && createHash('sha256').update(content).digest('hex') !== own)
        faults.push('has a wrong hash');
      // The final approval is written by the server, and told by the head that moved there.
      if (series !== 'closing' && !told.has(`${id}@${number}`)) faults.push('was never told of');
    }
    const approved = verdicts.some(
      (verdict) =>
        verdict.documentId === id && verdict.verb === 'approve' && verdict.revision === revision,
    );
    if (state === 'approved' && !UNGATED.includes(series) && !approved)
      faults.push('has no approval');
    return faults.map((fault) => `${id} ${fault}`);
  });
}

/** They stand as they are handed in. */
const UNGATED = ['memo', 'conversation'];

/** A step token that is spent has its one document, and one that is live has none it didn't get back. */
async function brokenTokens(reader: Reader): Promise<string[]> {
  const tokens = await reader.token.findMany({ where: { kind: 'step' } });
  const revisions = await reader.revision.findMany();
  return tokens.flatMap(({ id, state, documentId }) => {
    const written = new Set(
      revisions.filter(({ tokenId }) => tokenId === id).map((revision) => revision.documentId),
    );
    const faults: string[] = [];
    if (written.size > 1) faults.push(`token ${id} admitted ${written.size} documents`);
    if (state === 'spent' && (documentId === null || !written.has(documentId))) {
      faults.push(`token ${id} is spent on a document it didn't write`);
    }
    return faults;
  });
}

async function brokenAttention(reader: Reader): Promise<string[]> {
  const open = await reader.group.findMany({ where: { state: 'open' } });
  const rows = await reader.attention.findMany();
  const waiting = new Set(rows.map(({ groupId }) => groupId));
  const openIds = new Set(open.map(({ id }) => id));
  return [
    ...open.filter(({ id }) => !waiting.has(id)).map(({ id }) => `nobody must act on ${id}`),
    ...rows
      .filter(({ groupId }) => !openIds.has(groupId))
      .map(({ groupId }) => `somebody must act on ${groupId}, which is closed`),
  ];
}
