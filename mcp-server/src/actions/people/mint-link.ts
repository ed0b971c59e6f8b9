/** A link for one person that works once. Its address is made here, so that every door shows the same. */
import type { Transaction } from '@flowgate/database';
import type { LinkPurpose } from '../../contracts/accounts.ts';
import type { Dependencies } from '../../dependencies.ts';
import { INVITATION_SECONDS, RESET_LINK_SECONDS } from '../../gate/limits.ts';
import { mintOneTimeSecret } from '../../identity/one-time-secrets.ts';
import { type InvitationOffer, insertLink } from '../../store/people/one-time-links.ts';

const SECONDS: Readonly<Record<LinkPurpose, number>> = {
  invitation: INVITATION_SECONDS,
  password_reset: RESET_LINK_SECONDS,
  second_factor_reset: RESET_LINK_SECONDS,
};

export interface MintedLink {
  readonly id: string;
  /** The secret stands behind the `#`: no server's log and no Referer ever holds it. */
  readonly link: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  insert(transaction: Transaction): Promise<void>;
}

export function mintLink(
  { newId, clock, config }: Pick<Dependencies, 'newId' | 'clock' | 'config'>,
  purpose: LinkPurpose,
  of: {
    readonly personId?: string;
    readonly offer?: InvitationOffer;
    readonly madeById: string | null;
  },
): MintedLink {
  const { madeById, ...more } = of;
  const { secret, secretHash } = mintOneTimeSecret();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + SECONDS[purpose] * 1000);
  const id = newId();
  const row = {
    id,
    purpose,
    secretHash,
    createdAt,
    expiresAt,
    ...more,
    ...(madeById === null ? {} : { madeById }),
  };
  return {
    id,
    link: `${config.publicUrl}/link#${secret}`,
    createdAt,
    expiresAt,
    insert: (transaction) => insertLink(transaction, row),
  };
}
