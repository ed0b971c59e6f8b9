/** A gate that gives its judges so many hours: reminded, then handed on, never taken for a yes. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { MovingClock, passing } from '../support/moving-clock.ts';
import type { PersonClient } from '../support/person-client.ts';
import { onEveryDatabase, task } from '../support/stories.ts';

interface Step {
  readonly id: string;
  readonly type: string;
}

const clock = new MovingClock();

onEveryDatabase(
  (stage) => {
    /** Signed in anew: hours have passed. */
    const as = (username: string): Promise<PersonClient> => stage.gate.signedIn(username);
    const waitingFor = async (groupId: string) => {
      const { waiting_for } = await (await as('grace')).readGroup(groupId);
      return waiting_for.map(({ who, reason }: { who: string; reason: string }) => [who, reason]);
    };
    const kindsFor = async (username: string, documentId: string) => {
      const person = await as(username);
      const { notifications } = await person.must(person.get('/notifications'));
      return notifications
        .filter((one: { document_id: string }) => one.document_id === documentId)
        .map(({ kind }: { kind: string }) => kind);
    };

    /** A task in review under a gate that gives four hours, with Rita to stand in. */
    async function dueInFourHours(gate: object = {}) {
      const grace = await as('grace');
      const { agent, groupId } = await agentIn(stage.gate, grace);
      const { sequence } = await grace.readGroup(groupId);
      const [, first, second] = sequence.steps as Step[];
      const own = { by: 'human', due_hours: 4, stand_in: 'rita', ...gate };
      await grace.must(
        grace.put(`/groups/${groupId}/sequence`, {
          version: sequence.version,
          steps: [
            { id: first?.id, type: 'T', gate: own },
            { id: second?.id, type: 'TR' },
          ],
        }),
      );
      const { document_id } = await agent.submit(task());
      return { agent, groupId, documentId: document_id as string };
    }

    test('past due it is reminded, then goes to the stand-in, and is never approved by silence', async () => {
      await stage.gate.person('rita', 'reviewer');
      const { groupId, documentId } = await dueInFourHours();
      await passing(stage.gate, clock, 3);
      expect(await kindsFor('grace', documentId)).not.toContain('document.overdue');
      await passing(stage.gate, clock, 1.5);
      expect(await kindsFor('grace', documentId)).toContain('document.overdue');
      expect(await waitingFor(groupId)).toEqual([['grace', 'asked_to_judge']]);
      await passing(stage.gate, clock, 2);
      expect(await waitingFor(groupId)).toEqual([['rita', 'stand_in']]);
      expect(await kindsFor('rita', documentId)).toContain('document.handed_on');
      const rita = await as('rita');
      const { items } = await rita.must(rita.get('/queue'));
      expect(items).toContainEqual(
        expect.objectContaining({
          document_id: documentId,
          section: 'needs_my_verdict',
          overdue: true,
        }),
      );
      await passing(stage.gate, clock, 100);
      expect((await rita.readDocument(documentId)).document.state).toBe('in_review');
      await rita.approve(documentId);
    });

    test('the clock stands still while a blocking question is open', async () => {
      const { agent, groupId, documentId } = await dueInFourHours();
      await passing(stage.gate, clock, 3);
      const asked = await agent.must('clarify', { questions: [{ text: 'Gross or net?' }] });
      await passing(stage.gate, clock, 10);
      expect(await kindsFor('grace', documentId)).not.toContain('document.overdue');
      const grace = await as('grace');
      const [id] = asked.question_ids;
      await grace.must(grace.post(`/questions/${id}/answers`, { text: 'Net.' }));
      await passing(stage.gate, clock, 0.5);
      expect(await kindsFor('grace', documentId)).not.toContain('document.overdue');
      await passing(stage.gate, clock, 1);
      expect(await kindsFor('grace', documentId)).toContain('document.overdue');
      expect(await waitingFor(groupId)).toEqual([['grace', 'asked_to_judge']]);
    });

    test('a new revision gets the whole time again', async () => {
      const { agent, documentId } = await dueInFourHours();
      await passing(stage.gate, clock, 3);
      await agent.submit(task({ document_id: documentId, title: 'Said better' }));
      await passing(stage.gate, clock, 3);
      expect(await kindsFor('grace', documentId)).not.toContain('document.overdue');
      await passing(stage.gate, clock, 1.5);
      expect(await kindsFor('grace', documentId)).toContain('document.overdue');
    });

    test('a stand-in who has left is the maintainers', async () => {
      const sam = 'sam';
      await stage.gate.person(sam, 'reviewer');
      const { groupId } = await dueInFourHours({ stand_in: sam });
      const grace = await as('grace');
      await grace.must(grace.put(`/projects/shop/members/${sam}`, { role: 'viewer' }));
      await passing(stage.gate, clock, 7);
      expect(await waitingFor(groupId)).toEqual([['maintainer', 'stand_in']]);
    });

    test('nobody stands in who may not judge', async () => {
      await expect(dueInFourHours({ stand_in: 'nobody' })).rejects.toThrow('person_unknown');
    });

    test('a gate that nobody can open any more is a matter for the maintainers, until somebody can', async () => {
      const tess = 'tess';
      await stage.gate.person(tess, 'reviewer');
      const before = await as('grace');
      const { members } = await before.must(before.get('/projects/shop/members'));
      const judges = members.filter(({ role }: { role: string }) =>
        ['reviewer', 'maintainer'].includes(role),
      ).length;
      const { groupId } = await dueInFourHours({ approvals: judges, due_hours: 400 });
      const grace = await as('grace');
      await grace.must(grace.put(`/projects/shop/members/${tess}`, { role: 'viewer' }));
      expect(await waitingFor(groupId)).toEqual([['maintainer', 'gate_unsatisfiable']]);
      await grace.must(grace.put(`/projects/shop/members/${tess}`, { role: 'reviewer' }));
      expect(await waitingFor(groupId)).toContainEqual(['grace', 'asked_to_judge']);
    });
  },
  { clock, timers: false },
);
