/** The acceptance scenarios of runs and of reopening, as far as no other journey tells them whole. */
import { expect, test } from 'vitest';
import { ERAS, type Era } from '../support/agent-client.ts';
import { NaiveAgent } from '../support/naive-agent.ts';
import { codeOf, onEveryDatabase, type Stage, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

interface Listed {
  readonly id: string;
  readonly type: string;
}

const SLOWLY = { timeout: 60_000 };

/** A night along the steps of `investigate`, in which nobody is asked. */
async function night({ gate, grace }: Stage, target: string | null, era: Era = 'modern') {
  const { group, sequence } = await grace.openGroup('shop', { preset: 'investigate' });
  const step = sequence.steps.find(({ type }: Listed) => type === target);
  const { secret } = await grace.issueToken({
    ...{ project: 'shop', group: group.id, kind: 'continuation', mode: 'unattended' },
    ...(step === undefined ? {} : { target_step: step.id }),
  });
  return { groupId: group.id as string, agent: await gate.connect(secret, era) };
}

onEveryDatabase((stage) => {
  test.each(ERAS)(
    '9: a run to step n stops exactly at n, and a wrong type never passes the target (%s)',
    async (era) => {
      const { grace } = stage;
      const { groupId, agent } = await night(stage, 'NR', era);
      const runOf = async () => (await grace.readGroup(groupId)).runs[0];
      const claims = [
        { statement: 'It is the rounding.', evidence: [{ kind: 'commit', sha: '7be4f10' }] },
      ];
      expect(await agent.submit(task({ title: 'Why' }))).toMatchObject({ state: 'approved' });
      for (const type of ['T', 'TR', 'TS', 'AC']) {
        expect(codeOf(await agent.call('submit', task({ type, claims })))).toBe('wrong_type');
      }
      expect((await runOf()).state).not.toBe('ended');
      const found = await agent.submit(task({ title: 'Why', claims }));
      expect(found).toMatchObject({ state: 'approved' });
      expect((await agent.continue()).next).toContain('End here');
      expect(await runOf()).toMatchObject({ state: 'ended', reason: 'target_reached' });
      for (const type of ['T', 'NR']) {
        const beyond = await agent.call('submit', task({ type, title: 'Beyond', claims }));
        expect(['token_ended', 'target_reached', 'run_ended']).toContain(codeOf(beyond));
      }
      const { group, documents } = await grace.readGroup(groupId);
      expect(group.head).toMatchObject({ type: 'T', state: 'open' });
      expect(documents.map(({ type }: Listed) => type)).toEqual(['R', 'N', 'NR']);
    },
  );

  test(
    '12: reopen at k, change one, return: unchanged ones before it come back by confirmation, later ones wait',
    SLOWLY,
    async () => {
      const { gate, grace } = stage;
      const { groupId, agent } = await night(stage, null);
      await new NaiveAgent(agent, () => undefined).work();
      const { documents, group } = await grace.readGroup(groupId);
      expect(group.head).toMatchObject({ type: 'AC' });
      const idOf = (type: string): string =>
        documents.find((one: Listed) => one.type === type)?.id ?? '';
      const staleTypes = async () =>
        (await grace.readGroup(groupId)).documents
          .filter((one: { stale: boolean }) => one.stale)
          .map(({ type }: Listed) => type);
      const reopen = (type: string) =>
        grace.must(
          grace.post(`/documents/${idOf(type)}/reopening`, { revision: 1, reason: 'Not so.' }),
        );
      const confirm = (type: string) =>
        grace.post(`/documents/${idOf(type)}/confirmation`, { revision: 1 });
      const rewrite = async (type: string, by = grace) => {
        const { reasons } = await grace.readDocument(idOf(type));
        const responses = reasons.map(({ id }: Listed) => ({ reason_id: id, text: 'Changed.' }));
        await by.must(
          by.post(`/documents/${idOf(type)}/revisions`, task({ title: 'Anew', responses })),
        );
      };

      // k is the investigation; its own new words are approved by the hands that wrote them.
      await reopen('N');
      await grace.requestRevision(idOf('N'), 'Ask about the currency, too.');
      expect(await staleTypes()).toEqual(['NR', 'T', 'TR', 'TS', 'TSR']);
      expect((await confirm('NR')).body.code).toBe('stale_predecessor');
      await rewrite('N');

      // The one that changes is the task: it is sent back, and an author mends it.
      const anna = await gate.person('anna', 'author');
      await reopen('T');
      await grace.requestRevision(idOf('T'), 'Say what is done about it.');
      await rewrite('T', anna);

      // What stands before it comes back as it is; what comes after it waits.
      expect((await confirm('NR')).status).toBe(200);
      for (const type of ['TR', 'TS', 'TSR']) {
        expect((await confirm(type)).body.code, type).toBe('stale_predecessor');
      }
      expect(await staleTypes()).toEqual(['TR', 'TS', 'TSR']);
      expect((await grace.readGroup(groupId)).group.head).toMatchObject({ type: 'T' });
      expect((await grace.readDocument(idOf('NR'))).document).toMatchObject({ revision: 1 });

      await grace.approve(idOf('T'), 2);
      const closing = (await grace.readDocument(idOf('AC'))).document.revision;
      const early = await grace.post(`/documents/${idOf('AC')}/approval`, { revision: closing });
      expect(early.body.code).toBe('stale_documents');
      for (const type of ['TR', 'TS', 'TSR']) expect((await confirm(type)).status, type).toBe(200);
      expect(await staleTypes()).toEqual([]);
      const last = (await grace.readDocument(idOf('AC'))).document.revision;
      await grace.approve(idOf('AC'), last);
      expect((await grace.readGroup(groupId)).group.state).toBe('completed');
      expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
    },
  );
});
