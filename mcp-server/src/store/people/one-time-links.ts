/** Links that work once: the first admin's, invitations, resets. Only the hash of a link's secret is stored. */
import type { Reader, Transaction } from '@flowgate/database';
import { fromJson } from '../json.ts';

export type LinkPurpose = 'set_up' | 'invitation' | 'password_reset' | 'second_factor_reset';

export interface NewLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly secretHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Whose account it opens. */
  readonly personId?: string;
  /** What an invitation offers. */
  readonly offer?: InvitationOffer;
  readonly madeById?: string;
}

export interface InvitationOffer {
  readonly email: string;
  readonly displayName: string | null;
  readonly isAdmin: boolean;
  readonly language: string | null;
  readonly project: string | null;
  readonly role: string | null;
}

/** Links of this purpose that are too old go with it, and those of the same person: the newest is the one that counts. */
export async function insertLink(transaction: Transaction, link: NewLink): Promise<void> {
  const { offer, ...row } = link;
  const { purpose, personId, createdAt } = link;
  await transaction.oneTimeLink.deleteMany({
    where: {
      purpose,
      OR: [
        { expiresAt: { lte: createdAt } },
        ...(personId === undefined ? [] : [{ personId, usedAt: null }]),
      ],
    },
  });
  const details = offer === undefined ? null : JSON.stringify(offer);
  await transaction.oneTimeLink.create({ data: { ...row, details } });
}

export async function isUsableLink(
  reader: Reader,
  purpose: LinkPurpose,
  secretHash: string,
  now: Date,
): Promise<boolean> {
  const count = await reader.oneTimeLink.count({
    where: { purpose, secretHash, usedAt: null, expiresAt: { gt: now } },
  });
  return count === 1;
}

export type LinkRow = NonNullable<Awaited<ReturnType<typeof findUsableLink>>>;

/** Null: unknown, used or too old. */
export function findUsableLink(reader: Reader, secretHash: string, now: Date) {
  return reader.oneTimeLink.findFirst({
    where: { secretHash, usedAt: null, expiresAt: { gt: now } },
  });
}

export function offerOf(link: { readonly id: string; readonly details: string | null }) {
  return fromJson<InvitationOffer>(link.details ?? '{}', `the offer of link ${link.id}`);
}

/** Newest first. */
export function listOpenInvitations(reader: Reader, now: Date, limit: number) {
  return reader.oneTimeLink.findMany({
    where: { purpose: 'invitation', usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
}

/** False: there is none that could still be used. */
export async function deleteInvitation(transaction: Transaction, id: string): Promise<boolean> {
  const gone = await transaction.oneTimeLink.deleteMany({
    where: { id, purpose: 'invitation', usedAt: null },
  });
  return gone.count === 1;
}

/** False: unknown, used or too old. Of two at once one is true. */
export async function useLink(
  transaction: Transaction,
  purpose: LinkPurpose,
  secretHash: string,
  now: Date,
): Promise<boolean> {
  const used = await transaction.oneTimeLink.updateMany({
    where: { purpose, secretHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return used.count === 1;
}

/** What was sent out for this account opens nothing any more. */
export async function endLinksOf(transaction: Transaction, personId: string): Promise<void> {
  await transaction.oneTimeLink.deleteMany({ where: { personId, usedAt: null } });
}
