/** A token's time is up: its runs end by name, and attention asks for another where nobody else can go on. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { endRunsOf } from '../../gate/run-commands.ts';
import { findToken, listGroupsWithRunsOf } from '../../store/tokens/tokens.ts';
import { SYSTEM_ACTOR } from '../actor-of.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { refreshAttention } from '../refresh-attention.ts';

/** Looks again at the new time when the token's life was extended meanwhile. */
export async function expireToken(
  dependencies: Dependencies,
  call: Call,
  tokenId: string,
): Promise<Date | null> {
  const { reader } = dependencies.database;
  const token = await findToken(reader, tokenId);
  if (token === null || token.revokedAt !== null) return null;
  if (token.expiresAt > dependencies.clock.now()) return token.expiresAt;
  const running = await listGroupsWithRunsOf(reader, tokenId);
  for (const groupId of running) {
    await changeGroup<void>(dependencies, call, groupId, { actor: SYSTEM_ACTOR }, ({ facts }) => {
      const ended = requireAllowed(endRunsOf(facts, tokenId, 'token_expired'));
      if (ended.changes.length === 0) return { settled: undefined };
      return { ...ended, answer: () => undefined };
    });
  }
  const touched = new Set([...running, ...(token.groupId === null ? [] : [token.groupId])]);
  for (const groupId of touched) await refreshAttention(dependencies, call, groupId);
  return null;
}
