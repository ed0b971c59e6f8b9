/** Turns already answered for, so that a repeated call hears the same again and says nothing twice. */
import type { Transaction } from '@flowgate/database';
import type { ConverseInput } from '../../contracts/conversations.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { callerKey } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { findKeyedCall, findLatestCall, recordCall } from '../../store/calls/call-records.ts';
import { payloadHash } from '../documents/canonical-content.ts';

const ACTION = 'converse';

/**
 * The number of the turn a retry already made, or null. Under a key it holds for ever, and another payload is refused.
 * Without one an equal payload is a retry only while no newer turn stands: afterwards the same words are said anew.
 */
export async function findToldTurn(
  transaction: Transaction,
  { caller }: Call,
  input: ConverseInput,
  count: number,
): Promise<number | null> {
  const { idempotency_key: key, document_id: subject } = input;
  const who = callerKey(caller);
  if (key !== undefined) {
    const first = await findKeyedCall(transaction, who, ACTION, key);
    if (first === null) return null;
    if (first.payloadHash === hashOf(input)) return Number(first.answer);
    throw problems.refused({ code: 'idempotency_key_reused', params: {} });
  }
  const latest = await findLatestCall(transaction, who, ACTION, subject);
  const isRetry = latest?.payloadHash === hashOf(input) && Number(latest.answer) === count;
  return isRetry ? count : null;
}

export async function recordTurn(
  { newId }: Dependencies,
  transaction: Transaction,
  { caller }: Call,
  input: ConverseInput,
  turn: number,
  now: Date,
): Promise<void> {
  await recordCall(transaction, {
    id: newId(),
    caller: callerKey(caller),
    action: ACTION,
    key: input.idempotency_key,
    subject: input.document_id,
    payloadHash: hashOf(input),
    answer: String(turn),
    now,
  });
}

function hashOf({ idempotency_key: _key, ...payload }: ConverseInput): string {
  return payloadHash(payload);
}
