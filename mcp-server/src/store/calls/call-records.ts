/** Answers already given, so that a repeated call hears the same again and does nothing twice. */
import type { Reader, Transaction } from '@flowgate/database';

/** As long as any token may live; then the record is purged. */
const RECORD_SECONDS = 365 * 24 * 3600;

export interface NewCall {
  readonly id: string;
  readonly caller: string;
  readonly action: string;
  /** The caller's own key; absent, the payload's hash stands for it. */
  readonly key?: string | undefined;
  /** What the call was about: the step, document or conversation. */
  readonly subject: string;
  readonly payloadHash: string;
  /** What is needed to answer again. */
  readonly answer: string;
  readonly now: Date;
}

export async function recordCall(transaction: Transaction, call: NewCall): Promise<void> {
  const { key, now, ...row } = call;
  await transaction.callRecord.createMany({
    data: [
      {
        ...row,
        callKey: key === undefined ? `id:${row.id}` : `key:${key}`,
        createdAt: now,
        expiresAt: new Date(now.getTime() + RECORD_SECONDS * 1000),
      },
    ],
  });
}

export function findKeyedCall(reader: Reader, caller: string, action: string, key: string) {
  return reader.callRecord.findUnique({
    where: { caller_action_callKey: { caller, action, callKey: `key:${key}` } },
  });
}

/** The newest call of this caller about one subject. */
export function findLatestCall(reader: Reader, caller: string, action: string, subject: string) {
  return reader.callRecord.findFirst({
    where: { caller, action, subject },
    orderBy: { createdAt: 'desc' },
  });
}
