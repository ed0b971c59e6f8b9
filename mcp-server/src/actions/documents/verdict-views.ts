/** Verdicts, reasons and offers as they are shown. */
import type { z } from 'zod';
import type { OfferView, ReasonView, VerdictView } from '../../contracts/documents.ts';
import type { Sentences } from '../../dependencies.ts';
import type { Offer } from '../../gate/offers.ts';
import type { Refusal } from '../../gate/ruling.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { wireTime } from '../times.ts';

export function refusalView(say: Sentences, { code, params }: Refusal) {
  const { sentence, hint } = say.refusal(code, params);
  return { code, message: sentence, hint };
}

export function offerView(say: Sentences, { verb, allowed, refusal }: Offer): OfferView {
  return { verb, allowed, ...(refusal ? { refusal: refusalView(say, refusal) } : {}) };
}

interface VerdictRow {
  readonly id: string;
  readonly verb: string;
  readonly revision: number;
  readonly byKind: string;
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
  readonly comment: string | null;
  readonly policy: string | null;
  readonly ownWork: boolean;
  readonly counts: boolean;
  readonly voidedAt: Date | null;
  readonly readAt: Date | null;
  readonly readByName: string | null;
}

export function verdictView(row: VerdictRow): VerdictView {
  return {
    id: row.id,
    verb: row.verb as VerdictView['verb'],
    revision: row.revision,
    by: { kind: row.byKind as ActorKind, id: row.byId, name: row.byName },
    at: wireTime(row.createdAt),
    comment: row.comment,
    policy: row.policy,
    own_work: row.ownWork,
    counts: row.counts,
    voided: row.voidedAt !== null,
    read:
      row.readAt === null ? null : { by: row.readByName ?? row.byName, at: wireTime(row.readAt) },
  };
}

export interface ReasonRow {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly byKind: string;
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
  readonly text: string;
  readonly threadId: string | null;
  readonly response: string | null;
  readonly responseDone: boolean | null;
  readonly responseRevision: number | null;
  readonly respondedAt: Date | null;
}

export function reasonView(row: ReasonRow): z.input<typeof ReasonView> {
  const answered = row.response !== null && row.respondedAt !== null;
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    by: { kind: row.byKind as ActorKind, id: row.byId, name: row.byName },
    at: wireTime(row.createdAt),
    text: row.text,
    ...(row.threadId === null ? {} : { thread: row.threadId }),
    ...(answered
      ? {
          response: {
            text: row.response ?? '',
            done: row.responseDone ?? true,
            revision: row.responseRevision ?? row.revision,
            at: wireTime(row.respondedAt ?? row.createdAt),
          },
        }
      : {}),
  };
}
