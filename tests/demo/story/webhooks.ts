/** Talked over, cited, sent back with comments, mended, and looked at by an agent whose verdict is advice. */
import { readStory, revised } from '../read-story.ts';
import type { Stage, Tale } from '../stage.ts';
import type { Claim, StoryAgent } from '../story-agent.ts';
import { ago, day } from '../story-clock.ts';
import type { OpenedGroup } from '../story-person.ts';

const text = readStory('webhooks');

const KEPT = 'Messages are kept for some time.';
const KEPT_HOW_LONG = 'Messages are kept for 30 days; the purge of each hour removes older ones.';
const ONCE = 'It is counted before it is made, so that of two processes one makes it.';
const FIRST = text('TR');
const SECOND = revised(
  FIRST,
  [KEPT, KEPT_HOW_LONG],
  [
    ONCE,
    `${ONCE} A process that dies between the two
  leaves a counted attempt; the next look comes a minute later and makes another.`,
  ],
);

const CLAIMS: readonly Claim[] = [
  {
    statement:
      'An address that always answers 503 is tried after 10 s, 1 min, 5 min, 30 min, 2 h, 6 h and 12 h, and is then given up.',
    meets: ['T.1', 'R.3'],
    evidence: [
      {
        kind: 'command',
        command: 'npx vitest run tests/journeys/webhooks.test.ts',
        exit_code: 0,
        output: `✓ on sqlite > an address that fails is asked again, later each time, and given up in the end
✓ on postgresql > an address that fails is asked again, later each time, and given up in the end
✓ on mysql > an address that fails is asked again, later each time, and given up in the end`,
      },
      { kind: 'commit', sha: '3a346573349fab8e1992b22df29297d620f35474' },
    ],
  },
  {
    statement: 'Two looks at the same time send a message once.',
    meets: ['T.2'],
    evidence: [
      {
        kind: 'diff',
        patch: `diff --git a/mcp-server/src/store/webhooks/deliveries.ts b/mcp-server/src/store/webhooks/deliveries.ts
--- /dev/null
+++ b/mcp-server/src/store/webhooks/deliveries.ts
@@ -0,0 +1,13 @@
+/** One process makes the attempt: whoever counts it first. */
+export async function claimAttempt(
+  transaction: Transaction,
+  { id, attempts }: { readonly id: string; readonly attempts: number },
+  now: Date,
+  nextAt: Date | null,
+): Promise<boolean> {
+  const { count } = await transaction.webhookDelivery.updateMany({
+    where: { id, attempts, state: 'pending' },
+    data: { attempts: { increment: 1 }, attemptedAt: now, nextAt },
+  });
+  return count === 1;
+}
`,
      },
    ],
  },
  {
    statement:
      'A receiver that knows only the secret accepts the signature, and no message carries a text.',
    meets: ['T.3', 'R.1', 'R.2', 'R.4'],
    evidence: [
      {
        kind: 'command',
        command: 'npx vitest run tests/journeys/webhooks.test.ts -t signature',
        exit_code: 0,
        output: `✓ on sqlite > an approval reaches the address with its signature, once, and without a body
✓ on postgresql > an approval reaches the address with its signature, once, and without a body
✓ on mysql > an approval reaches the address with its signature, once, and without a body`,
      },
    ],
  },
  {
    statement: 'A private address is not called, and the log of messages says address_refused.',
    meets: ['T.4', 'R.5'],
    evidence: [
      {
        kind: 'command',
        command: 'npx vitest run tests/journeys/webhooks.test.ts -t "own network"',
        exit_code: 0,
        output: '✓ on sqlite > what leads into the own network is not called, and the log says so',
      },
    ],
  },
];

export const webhooks: Tale = async function* (stage) {
  const { people, agentFor, remember } = stage;
  const { leila, mateo, ingrid, jihoon } = people;
  yield day(4, '13:40');
  const opened = await leila.openGroup('flowgate', { ...text('R'), preset: 'simple' });
  remember('conversation', opened);
  yield day(4, '14:30');
  await mateo.approve(opened.root.id);
  const agent = await agentFor(opened, ingrid, 'claude-hooks');
  const conversation = yield* talkItOver(stage, agent);
  yield day(3, '10:30');
  await agent.continue();
  const task = await agent.submit({ ...text('T'), cites: [`${conversation}#3`] });
  yield day(3, '13:00');
  await jihoon.approve(task.document_id, 1, '대기 시간이 표로 있어 확인하기 쉽습니다.');
  yield day(1, '15:00');
  const { document_id: report } = await agent.submit({ ...FIRST, claims: CLAIMS });
  yield day(1, '16:20');
  await mateo.review(report, 1, {
    verdict: 'request_revision',
    summary: 'Close. I read the claim on two looks twice: it is the one that matters.',
    comments: [
      {
        weight: 'must',
        anchor: { quote: KEPT },
        text: 'How long, and who removes them? An operator has to know.',
        suggestion: { old: KEPT, new: KEPT_HOW_LONG },
      },
      {
        weight: 'question',
        anchor: { claim: 2 },
        text: 'And when the process dies after it has counted, before it has called?',
      },
      {
        weight: 'praise',
        anchor: { quote: '`claimAttempt`: everything about _once_ rests on its one condition.' },
        text: 'This saved me half an hour.',
      },
    ],
  });
  yield ago(150);
  const { assignment } = await agent.continue();
  const answers = [
    'Taken as you wrote it.',
    'The attempt counts as made. A minute later the next look makes another; it is said under "What changed" now.',
  ];
  await agent.submit({
    ...SECOND,
    document_id: report,
    claims: CLAIMS,
    responses: assignment.reasons.map(({ reason_id }: { reason_id: string }, index: number) => ({
      reason_id,
      text: answers[index] ?? '',
      done: true,
    })),
  });
  yield ago(115);
  await advise(stage, opened, report);
};

/** Answers the conversation's id. Its third turn is what the task cites. */
async function* talkItOver({ people: { mateo, ingrid } }: Stage, agent: StoryAgent) {
  yield day(3, '08:45');
  const { document_id: id } = await agent.submit({ ...text('CH'), type: 'CH' });
  await agent.converse({
    document_id: id,
    text: `Two ways:

- **Every hour, 24 times.** Simple. A restart of a minute costs an hour, though.
- **Longer each time**, from ten seconds to half a day: eight attempts in 21 hours.

I lean to the second. What speaks for the first is that people can foretell it.`,
    based_on_turn: 0,
  });
  yield day(3, '09:10');
  await mateo.say(
    id,
    'Longer each time. But a weekend has 60 hours: a receiver that dies on Friday evening hears nothing of Saturday. Is that all right?',
    1,
  );
  yield day(3, '09:40');
  await ingrid.say(
    id,
    `It is, if people see it. So: **10 s, 1 min, 5 min, 30 min, 2 h, 6 h, 12 h, then given up**, and the page shows what was given up with a button _send again_. Whoever needs Saturday presses it on Monday.`,
    2,
  );
  yield day(3, '09:55');
  await agent.converse({
    document_id: id,
    text: 'Settled by turn 3; I cite it in the task. The waits become one constant, and the test reads them from a list of its own.',
    based_on_turn: 3,
  });
  return id as string;
}

/** Under a gate of people an agent's verdict decides nothing; it says where to look. */
async function advise(
  { people, agentFor }: Stage,
  opened: OpenedGroup,
  report: string,
): Promise<void> {
  const reviewer = await agentFor(opened, people.ingrid, 'codex-review', {
    scopes: ['read', 'review'],
  });
  await reviewer.continue();
  await reviewer.read(report);
  await reviewer.review({
    document_id: report,
    revision: 2,
    verdict: 'request_revision',
    comment: 'The code does what the task says. One sentence promises more than it can.',
    findings: [
      {
        anchor: { claim: 2 },
        text: 'Once is what we send. A receiver can still hear a message twice: its answer may be lost, or the process may die between the answer and the write. The id stays the same, so tell receivers to compare the id in the header.',
      },
    ],
  });
}
