/** Tokens of every scope, and of every issuer, that knock at the doors of the world. */
import { ROLES, SCOPES, type Scope } from '../../../mcp-server/src/gate/vocabulary.ts';
import type { Gate } from '../../support/gate.ts';
import type { PersonClient } from '../../support/person-client.ts';
import type { Kind } from './expected.ts';
import type { Things } from './things.ts';
import { FOREIGN_WORD, type Knocker, SIBLING_WORD } from './world.ts';

/** Each scope alone, so that what opens a door can be no other. */
export async function tokensOfEveryScope(issuer: PersonClient, own: Things): Promise<Knocker[]> {
  const kinds = SCOPES.flatMap((scope) => [[scope, 'group'] as const, [scope, 'project'] as const]);
  return Promise.all(
    kinds.map(async ([scope, bound]) => {
      const { secret } = await issuer.issueToken(tokenFor([scope], bound, own));
      const kind = { scopes: [scope], bound, issuer: 'maintainer' } as const;
      return agent(`a ${bound}'s token for ${scope}`, secret, kind);
    }),
  );
}

/** All a writer needs, from people whose own rights have changed since. */
export async function tokensOfEveryIssuer(
  gate: Gate,
  grace: PersonClient,
  own: Things,
): Promise<Knocker[]> {
  const scopes: readonly Scope[] = ['read', 'submit', 'dry_run', 'clarify', 'continue'];
  const knockers: Knocker[] = [];
  for (const issuer of [null, ...ROLES]) {
    const client = await gate.person(`issuer-${issuer ?? 'gone'}`, 'maintainer');
    const { secret } = await client.issueToken(tokenFor(scopes, 'group', own));
    await grace.must(grace.put(`/projects/shop/members/${client.username}`, { role: issuer }));
    const name = `a token of ${issuer === null ? 'somebody who has left' : `a ${issuer}`}`;
    knockers.push(agent(name, secret, { scopes, bound: 'group', issuer }));
  }
  return knockers;
}

function tokenFor(scopes: readonly Scope[], bound: 'group' | 'project', own: Things): object {
  const kind = scopes[0] === 'observe' ? 'ci' : bound === 'group' ? 'continuation' : 'worker';
  const place = bound === 'group' ? { group: own.groupId } : {};
  return { project: own.project, kind, scopes, ...place };
}

function agent(
  name: string,
  secret: string,
  kind: Omit<Extract<Kind, { kind: 'agent' }>, 'kind'>,
): Knocker {
  const unseen = kind.bound === 'group' ? [FOREIGN_WORD, SIBLING_WORD] : [FOREIGN_WORD];
  const headers = { Authorization: `Bearer ${secret}` };
  return { name, kind: { kind: 'agent', ...kind }, headers, unseen };
}
