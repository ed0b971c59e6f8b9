/** Writes a sheet inside one transaction: the group's lock first, then tokens, then the rest. Decides nothing. */
import type { Transaction } from '@flowgate/database';
import type { Sheet } from './sheet.ts';

/** False: somebody has changed the group (or a token) since it was read; the caller rolls back and asks the gate again. */
export async function lockGroup(
  transaction: Transaction,
  group: { readonly id: string; readonly version: number },
  sheet: Sheet,
  now: Date,
): Promise<boolean> {
  const locked = await transaction.group.updateMany({
    where: { id: group.id, version: group.version },
    data: { ...sheet.group, version: { increment: 1 }, updatedAt: now },
  });
  if (locked.count !== 1) return false;
  for (const { id, from, data } of sheet.tokenMoves) {
    const moved = await transaction.token.updateMany({
      where: { id, state: from },
      data,
    });
    if (moved.count !== 1) return false;
  }
  return true;
}

/** Everything but the lock, the attention and the events. */
export async function writeSheet(transaction: Transaction, sheet: Sheet, now: Date): Promise<void> {
  for (const [id, data] of sheet.tokens) {
    await transaction.token.updateMany({ where: { id }, data });
  }
  await writeSteps(transaction, sheet);
  await writeRuns(transaction, sheet);
  await writeDocuments(transaction, sheet);
  await writeVerdicts(transaction, sheet, now);
  await writeThreads(transaction, sheet);
  if (sheet.questions.length > 0) await transaction.question.createMany({ data: sheet.questions });
  for (const [id, data] of sheet.questionChanges) {
    await transaction.question.updateMany({
      where: { id, state: 'open' },
      data,
    });
  }
  if (sheet.timers.length > 0) await transaction.timer.createMany({ data: sheet.timers });
  if (sheet.timersRemoved.length > 0) {
    await transaction.timer.deleteMany({
      where: { id: { in: sheet.timersRemoved } },
    });
  }
}

async function writeSteps(transaction: Transaction, sheet: Sheet): Promise<void> {
  if (sheet.stepsRemoved.length > 0) {
    await transaction.step.deleteMany({
      where: { id: { in: sheet.stepsRemoved } },
    });
  }
  for (const [id, data] of sheet.stepsKept) {
    await transaction.step.updateMany({ where: { id }, data });
  }
  if (sheet.stepsAdded.length > 0) await transaction.step.createMany({ data: sheet.stepsAdded });
}

async function writeRuns(transaction: Transaction, sheet: Sheet): Promise<void> {
  if (sheet.runsBegun.length > 0) await transaction.run.createMany({ data: sheet.runsBegun });
  for (const [id, data] of sheet.runs) await transaction.run.updateMany({ where: { id }, data });
}

async function writeDocuments(transaction: Transaction, sheet: Sheet): Promise<void> {
  const opened = new Set(sheet.documentsOpened.map(({ id }) => id));
  // A withdrawn document leaves its step before another takes it.
  for (const [id, data] of sheet.documents) {
    if (!opened.has(id)) await transaction.document.updateMany({ where: { id }, data });
  }
  if (opened.size > 0) {
    // One that is opened and approved in one breath is written once, as it stands in the end.
    const data = sheet.documentsOpened.map((row) =>
      Object.assign({}, row, sheet.documents.get(row.id)),
    );
    await transaction.document.createMany({ data });
  }
  if (sheet.revisions.length > 0) await transaction.revision.createMany({ data: sheet.revisions });
  for (const [documentId, cites] of sheet.citations) {
    await transaction.citation.deleteMany({ where: { documentId } });
    const data = cites.map((citedDocumentId) => ({
      documentId,
      citedDocumentId,
    }));
    if (data.length > 0) await transaction.citation.createMany({ data });
  }
}

async function writeVerdicts(transaction: Transaction, sheet: Sheet, now: Date): Promise<void> {
  if (sheet.approvalsVoided.length > 0) {
    await transaction.verdict.updateMany({
      where: {
        documentId: { in: sheet.approvalsVoided },
        verb: 'approve',
        voidedAt: null,
      },
      data: { voidedAt: now },
    });
  }
  if (sheet.verdicts.length > 0) await transaction.verdict.createMany({ data: sheet.verdicts });
  if (sheet.heldRemoved.length > 0) {
    await transaction.heldVerdict.deleteMany({
      where: { id: { in: sheet.heldRemoved } },
    });
  }
  if (sheet.heldVerdicts.length > 0) {
    await transaction.heldVerdict.createMany({ data: sheet.heldVerdicts });
  }
  if (sheet.reasons.length > 0) await transaction.reason.createMany({ data: sheet.reasons });
  for (const [id, data] of sheet.reasonChanges) {
    await transaction.reason.updateMany({ where: { id }, data });
  }
}

async function writeThreads(transaction: Transaction, sheet: Sheet): Promise<void> {
  if (sheet.threads.length > 0) await transaction.thread.createMany({ data: sheet.threads });
  if (sheet.comments.length > 0) await transaction.comment.createMany({ data: sheet.comments });
  for (const [id, data] of sheet.threadChanges) {
    await transaction.thread.updateMany({ where: { id }, data });
  }
}
