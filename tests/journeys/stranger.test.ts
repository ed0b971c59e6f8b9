/** A client that was never told how we work gets from the requirement to the last report by our own words. */
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { NaiveAgent } from '../support/naive-agent.ts';
import type { PersonClient } from '../support/person-client.ts';
import { onEveryDatabase } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

const SLOWLY = { timeout: 60_000 };
/** Of English prose and JSON together, as the usual tokenizers count them. */
const CHARACTERS_A_TOKEN = 4;
/** An answer that costs more than this on average is telling too much. */
const TOKENS_A_CALL_MAX = 1_200;

/** A reviewer who sends each first revision back, and approves the second. */
async function judgeWhatWaits(reviewer: PersonClient, groupId: string): Promise<void> {
  const { items } = await reviewer.must(reviewer.get('/queue'));
  for (const item of items) {
    const waits = item.group_id === groupId && item.section === 'needs_my_verdict';
    if (!waits || item.type === 'AC') continue;
    if (item.revision === 1) {
      await reviewer.requestRevision(item.document_id, 'Say it more plainly.', 1);
    } else {
      await reviewer.approve(item.document_id, item.revision);
    }
  }
}

onEveryDatabase((stage) => {
  test.each([
    ['simple', 'modern'],
    ['bug', 'legacy'],
    ['investigate', 'modern'],
    ['design', 'legacy'],
    ['design_only', 'modern'],
  ] as const)('it walks the preset %s through the %s client', SLOWLY, async (preset, era) => {
    const { gate, grace } = stage;
    const root = preset === 'bug' ? { type: 'B', title: 'A bug', body: BUG } : undefined;
    const { group } = await grace.openGroup('shop', { preset, ...(root ? { root } : {}) });
    const issued = { project: 'shop', group: group.id, kind: 'continuation' };
    const { secret } = await grace.issueToken(issued);
    const agent = await gate.connect(secret, era);
    const judged: Promise<void>[] = [];
    const naive = new NaiveAgent(agent, (tool) => {
      if (tool === 'await_verdict') judged.push(judgeWhatWaits(grace, group.id));
    });
    const last = await naive.work();
    await Promise.all(judged);
    expect(last.run).toMatchObject({ state: 'ended', reason: 'target_reached' });
    const tokens = Math.round(naive.characters / CHARACTERS_A_TOKEN);
    const said = `${preset}: ${naive.calls.length} calls, about ${tokens} tokens`;
    expect(tokens / naive.calls.length, said).toBeLessThan(TOKENS_A_CALL_MAX);

    const { documents, sequence } = await grace.readGroup(group.id);
    expect(sequence.steps.map(({ state }: { state: string }) => state)).toEqual([
      ...Array(sequence.steps.length - 1).fill('approved'),
      'in_review',
    ]);
    const written = documents.filter(({ author }: { author: { kind: string } }) => {
      return author.kind === 'token';
    });
    expect(written).toHaveLength(sequence.steps.length - 2);
    for (const { revision } of written) expect(revision).toBe(2);
    expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
  });

  test('what a person pastes names the address and the group, and no secret', async () => {
    const { gate, grace } = stage;
    const { groupId } = await agentIn(gate, grace);
    const issued = { project: 'shop', group: groupId, kind: 'continuation' };
    const { secret, handoff, setup } = await grace.issueToken(issued);
    expect(handoff).toContain(`${gate.url}/mcp`);
    expect(handoff).not.toContain(secret);
    expect(setup.claude_code).toContain(`Bearer ${secret}`);
    expect(setup.claude_code).toContain(`${gate.url}/mcp`);
  });
});

const BUG = `# It rounds wrongly

## Acceptance criteria

1. 49.995 EUR is below the limit.
`;
