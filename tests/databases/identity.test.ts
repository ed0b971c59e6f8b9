/** What must hold about accounts, members, types and keys when two processes act at once, on every database. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../mcp-server/src/actions/action.ts';
import { mintSetUpLink } from '../../mcp-server/src/actions/people/mint-set-up-link.ts';
import { setUp } from '../../mcp-server/src/actions/people/set-up.ts';
import { seedShipped } from '../../mcp-server/src/actions/projects/seed-shipped.ts';
import { setMember } from '../../mcp-server/src/actions/projects/set-member.ts';
import { issueToken } from '../../mcp-server/src/actions/tokens/issue-token.ts';
import { revokeToken } from '../../mcp-server/src/actions/tokens/revoke-token.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';
import { authenticateAgent } from '../../mcp-server/src/identity/agent-tokens.ts';
import { admitAttempt, attemptKeys } from '../../mcp-server/src/identity/sign-in-attempts.ts';
import { testDatabases } from '../support/databases.ts';
import { callBy, type House, openHouse, STRANGER, SYSTEM } from '../support/house.ts';
import { addPerson, addProject, callerNamed, problemOf } from '../support/people.ts';

describe.each(testDatabases())('on $name', (database) => {
  let house: House;
  let second: Dependencies;
  beforeEach(async () => {
    house = await openHouse({ on: database });
    second = await house.secondProcess();
  });
  afterEach(() => house.close());

  const eitherProcess = (index: number): Dependencies => (index % 2 === 0 ? house : second);

  test('one of several set-up links makes the admin', async () => {
    const links = await Promise.all([0, 1, 2].map((index) => mintSetUpLink(eitherProcess(index))));
    const outcomes = await Promise.all(
      links.map((link, index) =>
        problemOf(
          perform(setUp, eitherProcess(index), callBy(STRANGER), {
            link: link?.secret,
            username: `admin${index}`,
            email: `admin${index}@example.org`,
            password: 'violet harbour 19',
          }),
        ),
      ),
    );
    expect(outcomes.filter((code) => code === null).length).toBe(1);
    expect(await house.database.reader.person.count()).toBe(1);
  });

  test('every attempt to sign in is counted, however many come at once', async () => {
    const keys = attemptKeys(house.keys, 'grace', '192.0.2.7');
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) => problemOf(admitAttempt(eitherProcess(index), keys))),
    );
    expect(outcomes.filter((code) => code === null).length).toBe(5);
    expect(outcomes.filter((code) => code === 'too_many').length).toBe(7);
  });

  test('the last maintainer stays when all leave at once', async () => {
    await addProject(house, 'shop');
    const names = ['ada', 'grace', 'mary'];
    for (const name of names) await addPerson(house, name, { roles: { shop: 'maintainer' } });
    const outcomes = await Promise.all(
      names.map((username, index) =>
        problemOf(
          perform(setMember, eitherProcess(index), callBy(SYSTEM), {
            project: 'shop',
            username,
            role: 'viewer',
          }),
        ),
      ),
    );
    expect(outcomes.filter((code) => code === 'last_maintainer').length).toBe(1);
    const left = await house.database.reader.membership.count({ where: { role: 'maintainer' } });
    expect(left).toBe(1);
  });

  test('two processes that start at once seed the shipped types once', async () => {
    const written = await Promise.all([seedShipped(house), seedShipped(second)]);
    expect(Math.min(...written)).toBe(0);
    const types = await house.database.reader.documentType.findMany({ select: { code: true } });
    expect(new Set(types.map(({ code }) => code)).size).toBe(types.length);
  });

  test('a token revoked by one process is refused by the other from the next call on', async () => {
    await addProject(house, 'shop');
    await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
    const grace = callBy(await callerNamed(house, 'grace'));
    const worker = { project: 'shop', kind: 'worker' };
    const { token, secret } = await perform(issueToken, house, grace, worker);
    expect(await problemOf(authenticateAgent(second, secret))).toBe(null);
    await perform(revokeToken, house, grace, { token_id: token.id });
    expect(await problemOf(authenticateAgent(second, secret))).toBe('token_revoked');
  });

  test('names are compared whatever their case, and their letters kept as typed', async () => {
    await addPerson(house, 'Ada_Ä');
    expect((await callerNamed(house, 'ada_ä')).name).toBe('Ada_Ä');
    await expect(addPerson(house, 'ADA_ä')).rejects.toThrow();
  });
});
