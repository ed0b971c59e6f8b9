/** Scenes with an agent in them. */
import { expect } from 'vitest';
import type { AgentClient, Era } from './agent-client.ts';
import type { Gate } from './gate.ts';
import type { PersonClient } from './person-client.ts';

export interface AgentScene {
  readonly agent: AgentClient;
  readonly secret: string;
  readonly tokenId: string;
  readonly groupId: string;
  readonly rootId: string;
}

/** A group whose root stands in front of its approval, and an agent with a token for it: by default a continuation. */
export async function agentIn(
  gate: Gate,
  maintainer: PersonClient,
  token: object = {},
  era: Era = 'modern',
): Promise<AgentScene> {
  const { group, root } = await maintainer.openGroup('shop');
  const issued = await maintainer.issueToken({
    project: 'shop',
    group: group.id,
    kind: 'continuation',
    ...token,
  });
  expect(issued.secret).toMatch(/^fg_/);
  return {
    agent: await gate.connect(issued.secret, era),
    secret: issued.secret,
    tokenId: issued.token.id,
    groupId: group.id,
    rootId: root.id,
  };
}
