/** Agents that review: advice or counting, never for one's own issuer, and never for ever. */
import { describe, expect, test } from 'vitest';
import { type AgentClient, ERAS, type Era } from '../support/agent-client.ts';
import type { PersonClient } from '../support/person-client.ts';
import { LIMIT, threadsOf } from '../support/reviews.ts';
import { codeOf, onEveryDatabase, type Stage, submittedTask, task } from '../support/stories.ts';
import { brokenIn } from '../support/tables.ts';

const AGENT_GATE = { by: 'agent', approvals: 1, roles: [], checks: [], unattended: true };
const FINDING = { anchor: { quote: LIMIT }, text: 'Name the currency.' };

/** A second maintainer, so that a reviewing token has another issuer than the one that writes. */
async function secondIssuer({ gate }: Stage, era: string): Promise<PersonClient> {
  return gate.person(`ivan-${era}-${gate.url.slice(-5)}`, 'maintainer');
}

async function reviewer(
  { gate }: Stage,
  issuer: PersonClient,
  group: string,
  era: Era = 'modern',
): Promise<AgentClient> {
  const token = { project: 'shop', group, kind: 'continuation', scopes: ['read', 'review'] };
  return gate.connect((await issuer.issueToken(token)).secret, era);
}

/** A task in review whose gate an agent may open. */
async function taskForAgents(stage: Stage, era: Era = 'modern') {
  const { gate, grace } = stage;
  const { group } = await grace.openGroup('shop', { preset: undefined });
  const { sequence } = await grace.readGroup(group.id);
  const steps = [{ type: 'T', gate: AGENT_GATE }, { type: 'TR' }];
  const { version } = sequence;
  await grace.must(grace.put(`/groups/${group.id}/sequence`, { version, steps }));
  const token = { project: 'shop', group: group.id, kind: 'continuation' };
  const agent = await gate.connect((await grace.issueToken(token)).secret, era);
  const { document_id: documentId, cursor } = await agent.submit(task());
  return { agent, documentId, cursor, groupId: group.id as string };
}

onEveryDatabase((stage) => {
  describe.each(ERAS)('through the %s client', (era) => {
    test('under a human gate the verdict is advice, shown to the person who decides', async () => {
      const { grace } = stage;
      const { documentId, groupId } = await submittedTask(stage, {}, era);
      const eve = await reviewer(stage, await secondIssuer(stage, `a${era}`), groupId, era);
      expect(await eve.toolNames()).toEqual(
        expect.arrayContaining(['continue', 'read', 'review', 'await_verdict', 'find']),
      );
      const offered = await eve.continue();
      expect(offered).toMatchObject({
        ...{ assignment: null, run: null, remaining: 1 },
        reviews: [{ document_id: documentId, revision: 1, counts: false, reviewed: null }],
      });
      expect(offered.next).toContain('request_revision');
      const verdict = {
        ...{ document_id: documentId, revision: 1, verdict: 'request_revision' },
        findings: [FINDING],
      };
      const given = await eve.must('review', verdict);
      expect(given).toMatchObject({ counts: false, state: 'in_review', replayed: false });
      expect(await eve.must('review', verdict)).toEqual({ ...given, replayed: true });
      expect(codeOf(await eve.call('review', { ...verdict, verdict: 'approve' }))).toBe(
        'already_reviewed',
      );
      expect(await eve.continue()).toMatchObject({ reviews: [] });
      const { judgements, reasons, waiting_for } = await grace.readDocument(documentId);
      expect(judgements).toMatchObject([{ verb: 'request_revision', counts: false }]);
      expect(reasons).toEqual([]);
      expect(waiting_for).toMatchObject([{ who: 'grace', reason: 'asked_to_judge' }]);
      const threads = await threadsOf(grace, documentId);
      expect(threads).toMatchObject([
        { advice: true, weight: 'must', line_from: 3, waits_on_author: false },
      ]);
      expect((await grace.approve(documentId)).document.state).toBe('approved');
    });

    test('under an agent gate it counts: sent back, mended, approved, with nobody else', async () => {
      const { grace } = stage;
      const { agent, documentId, groupId, cursor } = await taskForAgents(stage, era);
      const eve = await reviewer(stage, await secondIssuer(stage, `b${era}`), groupId, era);
      const { waiting_for } = await grace.readDocument(documentId);
      expect(waiting_for).toMatchObject([{ reason: 'asked_to_judge' }]);
      expect(waiting_for[0].who).not.toBe('grace');
      expect((await eve.continue()).reviews).toMatchObject([{ counts: true }]);
      const verdict = { document_id: documentId, revision: 1, verdict: 'request_revision' };
      const none = await eve.call('review', verdict);
      expect(none.text).toContain('reason_missing');
      expect(await eve.must('review', { ...verdict, findings: [FINDING] })).toMatchObject({
        ...{ counts: true, state: 'revision_requested' },
      });
      const heard = await agent.awaitVerdict({ document_id: documentId, cursor });
      expect(heard).toMatchObject({
        verdict: 'request_revision',
        reasons: [{ text: 'Name the currency.', anchor: { quote: LIMIT } }],
      });
      const woken = eve.awaitVerdict({ cursor: (await eve.continue()).cursor });
      const responses = [{ reason_id: heard.reasons[0].reason_id, text: 'It says EUR.' }];
      const body = 'Orders above 50.00 EUR.\n';
      await agent.submit(task({ document_id: documentId, body, responses }));
      expect(await woken).toMatchObject({ changed: true });
      expect(codeOf(await eve.call('review', { ...verdict, verdict: 'approve' }))).toBe(
        'revision_replaced',
      );
      expect((await eve.continue()).reviews).toMatchObject([{ revision: 2, reviewed: 1 }]);
      const approval = { document_id: documentId, revision: 2, verdict: 'approve' };
      expect(await eve.must('review', approval)).toMatchObject({ counts: true, state: 'approved' });
      const { judgements, document } = await grace.readDocument(documentId);
      expect(document.state).toBe('approved');
      expect(judgements.at(-1)).toMatchObject({ by: { kind: 'token' }, own_work: false });
      expect(await brokenIn(stage.gate.dependencies.database.reader)).toEqual([]);
    });
  });

  test('on work of its own issuer it is advice under any gate, and the person is asked', async () => {
    const { grace } = stage;
    const { documentId, groupId } = await taskForAgents(stage);
    const eve = await reviewer(stage, grace, groupId);
    const { waiting_for } = await grace.readDocument(documentId);
    expect(waiting_for).toMatchObject([{ who: 'grace', reason: 'asked_to_judge' }]);
    expect((await eve.continue()).reviews).toMatchObject([{ counts: false }]);
    const approval = { document_id: documentId, revision: 1, verdict: 'approve' };
    expect(await eve.must('review', approval)).toMatchObject({
      ...{ counts: false, state: 'in_review' },
    });
    expect((await grace.readDocument(documentId)).judgements).toMatchObject([
      { counts: false, own_work: true },
    ]);
  });

  test('the same findings twice end with a person, and agents only advise from then on', async () => {
    const { grace } = stage;
    const { agent, documentId, groupId } = await taskForAgents(stage);
    const issuer = await secondIssuer(stage, 'loop');
    const eve = await reviewer(stage, issuer, groupId);
    const sendBack = (revision: number, text: string) =>
      eve.must('review', {
        ...{ document_id: documentId, revision, verdict: 'request_revision' },
        findings: [{ text }],
      });
    await sendBack(1, 'Name the currency.');
    await mend(agent, documentId, 'Second');
    const again = await sendBack(2, '  name THE  currency. ');
    expect(again).toMatchObject({ counts: false, state: 'in_review' });
    expect(again.next).toContain('a person decides');
    const { waiting_for } = await grace.readDocument(documentId);
    expect(waiting_for).toMatchObject([{ who: 'grace', reason: 'review_stopped' }]);
    const queue = await grace.must(grace.get('/queue'));
    expect(
      queue.items.find(({ document_id }: { document_id: string }) => document_id === documentId),
    ).toMatchObject({ section: 'needs_my_verdict', reason: 'review_stopped' });
    expect((await eve.continue()).reviews).toEqual([]);
    const other = await reviewer(stage, issuer, groupId);
    const approval = { document_id: documentId, revision: 2, verdict: 'approve' };
    expect(await other.must('review', approval)).toMatchObject({ counts: false });
    const timeline = await grace.must(grace.get(`/groups/${groupId}/timeline`));
    expect(timeline.entries.map(({ kind }: { kind: string }) => kind)).toContain('review.stopped');
    expect((await grace.approve(documentId, 2)).document.state).toBe('approved');
  });

  test('after so many rounds a person decides, whatever the findings say', async () => {
    const { grace } = stage;
    const { agent, documentId, groupId } = await taskForAgents(stage);
    const eve = await reviewer(stage, await secondIssuer(stage, 'rounds'), groupId);
    for (let round = 1; round <= 5; round += 1) {
      const verdict = await eve.must('review', {
        ...{ document_id: documentId, revision: round, verdict: 'request_revision' },
        findings: [{ text: `Thing ${round}.` }],
      });
      expect(verdict).toMatchObject({ counts: true });
      await mend(agent, documentId, `Round ${round}`);
    }
    const last = await eve.must('review', {
      ...{ document_id: documentId, revision: 6, verdict: 'request_revision' },
      findings: [{ text: 'Thing 6.' }],
    });
    expect(last).toMatchObject({ counts: false, state: 'in_review' });
    expect((await grace.readDocument(documentId)).waiting_for).toMatchObject([
      { who: 'grace', reason: 'review_stopped' },
    ]);
  });

  test('a token for a whole project finds what waits in any group of it', async () => {
    const { gate, grace } = stage;
    const { documentId } = await submittedTask(stage);
    const token = { project: 'shop', kind: 'worker', scopes: ['read', 'review'] };
    const eve = await gate.connect((await grace.issueToken(token)).secret);
    const { reviews } = await eve.continue();
    expect(reviews.map((one: { document_id: string }) => one.document_id)).toContain(documentId);
    const verdict = { document_id: documentId, revision: 1, verdict: 'approve', comment: 'Fine.' };
    expect(await eve.must('review', verdict)).toMatchObject({ counts: false });
  });

  test('of two reviewing agents at once both verdicts are kept, and one moves the document', async () => {
    const { grace } = stage;
    const { documentId, groupId } = await taskForAgents(stage);
    const issuer = await secondIssuer(stage, 'race');
    const agents = [
      await reviewer(stage, issuer, groupId),
      await reviewer(stage, await secondIssuer(stage, 'race2'), groupId),
    ];
    const answers = await Promise.all(
      agents.map((one) =>
        one.call('review', { document_id: documentId, revision: 1, verdict: 'approve' }),
      ),
    );
    expect(answers.map(({ isError }) => isError).sort()).toEqual([false, true]);
    const { document, judgements } = await grace.readDocument(documentId);
    expect(document.state).toBe('approved');
    expect(judgements).toHaveLength(1);
    expect(await brokenIn(stage.gate.dependencies.database.reader)).toEqual([]);
  });
});

async function mend(agent: AgentClient, document_id: string, title: string): Promise<void> {
  const { reasons } = await agent.awaitVerdict({ document_id });
  const responses = reasons.map(({ reason_id }: { reason_id: string }) => ({
    ...{ reason_id, text: 'Mended.' },
  }));
  await agent.submit(task({ document_id, title, responses }));
}
