/** Begins the event log of a project, or of the installation. */
import type { Transaction } from '@flowgate/database';
import { FIRST_PREVIOUS_HASH } from './append-events.ts';

export async function openLog(transaction: Transaction, projectId: string): Promise<void> {
  await transaction.projectLog.create({
    data: { projectId, position: 0, headHash: FIRST_PREVIOUS_HASH },
  });
}
