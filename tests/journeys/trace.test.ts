/** What the trace table asks of nobody. Holes and their marks: `evidence.test.ts`. */
import { expect, test } from 'vitest';
import { onEveryDatabase, task } from '../support/stories.ts';

onEveryDatabase((stage) => {
  test('an investigation is no hole in it: its type has no criteria', async () => {
    const { gate, grace } = stage;
    const { group } = await grace.openGroup('shop', { preset: 'investigate' });
    const token = { project: 'shop', group: group.id, kind: 'continuation' };
    const agent = await gate.connect((await grace.issueToken(token)).secret);
    const body = '## Questions\n\n- **Q1** Why?\n';
    const { document_id } = await agent.submit(task({ body }));
    await grace.approve(document_id);
    const { rows } = await grace.must(grace.get(`/groups/${group.id}/trace`));
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(['R.1', 'R.2']);
  });
});
