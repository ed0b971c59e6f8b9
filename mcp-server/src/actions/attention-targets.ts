/** Whom attention names, in words. */
import type { Reader } from '@flowgate/database';
import type { Sentences } from '../dependencies.ts';
import type { Role } from '../gate/vocabulary.ts';
import { personNames } from '../store/people/person-names.ts';

export interface Target {
  readonly targetKind: string;
  readonly targetId: string;
}

/** A function from a target to its name: a person's, a token's agent or label, a role's word. */
export async function targetNames(
  reader: Reader,
  say: Sentences,
  targets: readonly Target[],
): Promise<(target: Target) => string> {
  const idsOf = (kind: string) =>
    targets.filter(({ targetKind }) => targetKind === kind).map(({ targetId }) => targetId);
  const tokenIds = idsOf('token');
  const [people, tokens] = await Promise.all([
    personNames(reader, idsOf('person')),
    tokenIds.length === 0
      ? []
      : reader.token.findMany({
          where: { id: { in: tokenIds } },
          select: { id: true, agent: true, label: true },
        }),
  ]);
  const agents = new Map(tokens.map(({ id, agent, label }) => [id, agent ?? label]));
  return ({ targetKind, targetId }) => {
    if (targetKind === 'person') return people.get(targetId) ?? targetId;
    if (targetKind === 'token') return agents.get(targetId) ?? targetId;
    return targetId === 'checks' ? say.checksThemselves : (say.roles[targetId as Role] ?? targetId);
  };
}
