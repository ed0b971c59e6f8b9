/** Agents' tokens: `fg_<id>_<secret>`. A high-entropy secret needs no slow hash; the pepper is what a thief of the database lacks. */
import { randomBytes } from 'node:crypto';
import type { TokenAtDoorRow } from '@flowgate/database';
import type { Role } from '../gate/vocabulary.ts';
import { problems } from '../problems.ts';
import { tokenFactsOf } from '../store/tokens/token-facts.ts';
import { touchToken } from '../store/tokens/touch-token.ts';
import type { AgentCaller } from './caller.ts';
import type { Doorkeeping } from './doorkeeping.ts';
import type { KeyRing, SealedToken } from './key-ring.ts';
import { inBackground, isDue, TOUCH_SECONDS } from './touch.ts';

const ID_BYTES = 10;
const SECRET_BYTES = 32;
const FORM = /^fg_([0-9a-f]{20})_([0-9a-f]{64})$/;

export interface MintedToken {
  readonly id: string;
  /** The whole token, to be shown once. */
  readonly secret: string;
  readonly sealed: SealedToken;
}

export function mintToken(keys: KeyRing): MintedToken {
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return { id, secret: `fg_${id}_${secret}`, sealed: keys.sealToken(secret) };
}

/**
 * Who a bearer is, in one statement. `bearer` is what follows the word Bearer; undefined or empty: none was sent.
 * Throws token_missing, token_placeholder, token_invalid, and only to who knows the secret token_revoked or token_expired.
 */
export async function authenticateAgent(
  { database, clock, keys, log }: Doorkeeping,
  bearer: string | undefined,
): Promise<AgentCaller> {
  const sent = bearer?.trim() ?? '';
  if (sent === '') throw problems.tokenMissing();
  if (sent.includes('${') || sent.startsWith('$')) throw problems.tokenPlaceholder();
  const [, id, secret] = FORM.exec(sent) ?? [];
  if (id === undefined || secret === undefined) throw problems.tokenInvalid();

  const token = await database.joined.tokenAtDoor(id);
  if (token === null || !keys.tokenMatches(secret, sealOf(token))) throw problems.tokenInvalid();
  const now = clock.now();
  if (token.revokedAt !== null) throw problems.tokenRevoked();
  if (token.expiresAt <= now) throw problems.tokenExpired();

  if (token.issuerDeactivatedAt !== null) throw problems.tokenRevoked();
  if (isDue(token.lastUsedAt, now)) {
    const before = new Date(now.getTime() - TOUCH_SECONDS * 1000);
    inBackground(log, `last use of token ${id}`, touchToken(database, id, now, before));
  }
  // A project that asks for a second factor is closed to those without, and so to the keys they made.
  const isWithheld = token.demands > 0 && token.issuerSecondFactorSince === null;
  const memberRole = isWithheld ? null : (token.issuerRole as Role | null);
  return {
    kind: 'agent',
    token: {
      ...tokenFactsOf(token),
      projectId: token.projectId,
      label: token.label,
      limits: {
        runStepsMax: token.runStepsMax,
        runRevisionsMax: token.runRevisionsMax,
        runSeconds: token.runSeconds,
      },
    },
    issuer: { id: token.issuerId, name: token.issuerName },
    issuerRole: token.issuerIsAdmin && !isWithheld ? 'maintainer' : memberRole,
    issuerMemberRole: memberRole,
  };
}

function sealOf({ secretHash, pepperId }: TokenAtDoorRow): SealedToken {
  return { hash: secretHash, pepperId };
}
