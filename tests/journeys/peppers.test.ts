/** Peppers are rotated by restarting the program with a new list: live tokens live on until their pepper is taken off it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { testDatabases } from '../support/databases.ts';
import { testKey } from '../support/house.ts';
import { rawMcp } from '../support/raw-mcp.ts';

const FIRST = testKey(1, 'first');
const SECOND = testKey(2, 'second');
/** The program starts four times. */
const TEST_MILLISECONDS_MAX = 120_000;

describe.each(testDatabases())('on $name', (database) => {
  test(
    'a token outlives the rotation of its pepper, and ends with it',
    async () => {
      const { url, drop } = await database.fresh();
      onTestFinished(drop);
      const server = await ChildServer.start(url, { FLOWGATE_TOKEN_PEPPERS: FIRST });
      onTestFinished(() => server.stop());
      const again = async (peppers: string) => {
        await server.kill();
        await server.run({ FLOWGATE_TOKEN_PEPPERS: peppers });
      };
      const issue = async () => {
        const admin = await server.admin();
        return (await admin.issueToken({ project: 'shop', kind: 'worker' })).secret;
      };
      const knock = async (secret: string) => {
        const { status, text } = await rawMcp(server.url, secret, { method: 'tools/list' });
        return status === 200 ? 'in' : JSON.parse(text).code;
      };
      await (await server.admin()).createProject('shop');

      const old = await issue();
      await again(`${SECOND},${FIRST}`);
      const fresh = await issue();
      expect([await knock(old), await knock(fresh)]).toEqual(['in', 'in']);

      await again(SECOND);
      expect([await knock(old), await knock(fresh)]).toEqual(['token_invalid', 'in']);

      // Forgotten rather than rotated: it says so and doesn't start, instead of refusing every agent.
      await server.kill();
      await expect(server.run({ FLOWGATE_TOKEN_PEPPERS: FIRST })).rejects.toThrow(/ended with 1/);
      await server.run({ FLOWGATE_TOKEN_PEPPERS: SECOND });
      expect(await knock(fresh)).toBe('in');
    },
    TEST_MILLISECONDS_MAX,
  );
});
