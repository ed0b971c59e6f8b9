/** Agents' tokens: `fg_<id>_<secret>`. A high-entropy secret needs no slow hash; the pepper is what a thief of the database lacks. */
import { randomBytes } from 'node:crypto';
import { problems } from '../problems.ts';
import { findDoorToken, findIssuer, touchToken } from '../store/tokens/door-token.ts';
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
 * Who a bearer is, in three statements. `bearer` is what follows the word Bearer; undefined or empty: none was sent.
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

  const token = await findDoorToken(database.reader, id);
  if (token === null || !keys.tokenMatches(secret, token.sealed)) throw problems.tokenInvalid();
  const now = clock.now();
  if (token.revokedAt !== null) throw problems.tokenRevoked();
  if (token.expiresAt <= now) throw problems.tokenExpired();

  const issuer = await findIssuer(database.reader, token.facts.issuerId, token.projectId);
  if (issuer === null || issuer.deactivated) throw problems.tokenRevoked();
  if (isDue(token.lastUsedAt, now)) {
    const before = new Date(now.getTime() - TOUCH_SECONDS * 1000);
    inBackground(log, `last use of token ${id}`, touchToken(database, id, now, before));
  }
  return {
    kind: 'agent',
    token: { ...token.facts, projectId: token.projectId, label: token.label },
    issuer: { id: token.facts.issuerId, name: issuer.name },
    issuerRole: issuer.isAdmin ? 'maintainer' : issuer.role,
    issuerIsMember: issuer.role !== null,
  };
}
