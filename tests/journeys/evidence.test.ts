/** What an agent says beside what the server and CI saw: verified, contradicted, outdated, sent back, traced. */
import { beforeAll, expect, test } from 'vitest';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { type AgentScene, agentIn } from '../support/agents.ts';
import { TestClone } from '../support/clones.ts';
import { onEveryDatabase, report, type Stage, task } from '../support/stories.ts';

const made = new TestClone();
const clock = { time: Date.parse('2026-11-22T09:00:00.000Z'), now: () => new Date(clock.time) };
const claim = (...evidence: object[]) => ({ statement: 'It ships.', meets: ['R.1'], evidence });
const commit = (sha: string) => ({ kind: 'commit', sha });
const JUNIT = (failed: number) =>
  `<testsuite><testcase name="a"/><testcase name="b">${failed > 0 ? '<failure/>' : ''}</testcase></testsuite>`;
/** What CI says of revision 1. */
const seenByCi = (sha: string, failed = 0) => ({
  revision: 1,
  commit: sha,
  evidence: [{ kind: 'test_run', format: 'junit', content: JUNIT(failed) }],
});

/** A project of its own, linked to the clone, with a token for CI. */
async function linked({ gate, admin, grace }: Stage, slug: string, checks: string[] = []) {
  await admin.createProject(slug);
  await admin.must(admin.put(`/projects/${slug}/members/grace`, { role: 'maintainer' }));
  await grace.signIn('a long password of the tests');
  const { secret } = await grace.issueToken({ project: slug, kind: 'ci', label: 'pipeline' });
  const wanted = { repository: made.name, checks };
  await grace.must(grace.put(`/projects/${slug}/verification`, wanted));
  const observe = (documentId: string, body: object) =>
    gate.stranger().send('POST', `/documents/${documentId}/evidence`, body, {
      Authorization: `Bearer ${secret}`,
    });
  return { observe };
}

async function atReport(
  { gate, grace }: Stage,
  project: string,
  more: object = {},
): Promise<AgentScene> {
  const { group, root } = await grace.openGroup(project, more);
  const token = { project, group: group.id, kind: 'continuation' };
  const issued = await grace.issueToken(token);
  const agent = await gate.connect(issued.secret);
  const { document_id } = await agent.submit(task());
  await grace.approve(document_id);
  const ids = { tokenId: issued.token.id, groupId: group.id, rootId: root.id };
  return { agent, secret: issued.secret, ...ids };
}

const look = ({ gate }: Stage) => runDueTimers(gate.dependencies);

onEveryDatabase(
  (stage) => {
    beforeAll(() => made.startOver());

    test('a commit and its diff are verified in the linked clone before anybody is asked', async () => {
      await linked(stage, 'verified');
      const sha = made.commit({ 'src/verified.ts': 'a\nb\n' });
      const { agent } = await atReport(stage, 'verified');
      const claims = [claim(commit(sha), { kind: 'diff', patch: made.patchOf(sha) })];
      const { document_id, checks } = await agent.submit(report({ claims }));
      expect(checks).toBe('running');
      const asked = await stage.grace.readDocument(document_id);
      expect(asked.waiting_for).toMatchObject([{ reason: 'checks_running', who: 'the checks' }]);
      await look(stage);
      const view = await stage.grace.readDocument(document_id);
      expect(view.claims[0]).toMatchObject({
        standing: 'verified',
        evidence: [{ observed_by: 'observed' }, { standing: 'verified' }],
      });
      expect(view.headline).toContain('1 claim, 1 verified');
      expect(view.headline).toContain('1 file changed, 1 not mentioned');
      expect(view.waiting_for).toMatchObject([{ reason: 'asked_to_judge' }]);
      const read = await agent.must('read', { id: document_id });
      expect(read.facts.claims[0]).toMatchObject({ standing: 'verified' });
    });

    test('a commit that is not there contradicts its claim, and goes to a person first', async () => {
      await linked(stage, 'contradicted');
      const { agent } = await atReport(stage, 'contradicted');
      const claims = [claim(commit('0123456789abcdef'))];
      const { document_id } = await agent.submit(report({ claims }));
      await look(stage);
      const view = await stage.grace.readDocument(document_id);
      expect(view.claims[0]).toMatchObject({ standing: 'contradicted' });
      expect(view.waiting_for).toMatchObject([{ reason: 'contradicted' }]);
      const { items } = await stage.grace.must(stage.grace.get('/queue?project=contradicted'));
      expect(items[0]).toMatchObject({ document_id, reason: 'contradicted' });
    });

    test('a claim is outdated once its branch has moved on', async () => {
      await linked(stage, 'outdated');
      const sha = made.commit({ 'src/outdated.ts': 'a\n' });
      const { agent } = await atReport(stage, 'outdated');
      const { document_id } = await agent.submit(report({ claims: [claim(commit(sha))] }));
      await look(stage);
      made.commit({ 'src/outdated.ts': 'b\n' });
      clock.time += 61_000;
      await look(stage);
      const view = await stage.grace.readDocument(document_id);
      expect(view.claims[0]).toMatchObject({ standing: 'outdated' });
      expect(view.claims[0].evidence[0].finding).toContain('changed on its branch since');
    });

    test('what CI saw confirms a test run or shows that it was not so, and leaves the hash alone', async () => {
      const { observe } = await linked(stage, 'observed');
      const sha = made.commit({ 'src/observed.ts': 'a\n' });
      const { agent } = await atReport(stage, 'observed');
      const run = { kind: 'test_run', format: 'junit', content: JUNIT(0) };
      const claims = [claim(commit(sha), run), claim(run, commit(made.git('rev-parse', 'HEAD^')))];
      const { document_id } = await agent.submit(report({ claims }));
      const before = (await stage.grace.readDocument(document_id)).revisions;
      const green = await observe(document_id, seenByCi(sha));
      expect(green).toMatchObject({ status: 201, body: { observed: [{ tests: { total: 2 } }] } });
      const seen = await stage.grace.readDocument(document_id);
      expect(seen.claims[0]).toMatchObject({ standing: 'verified' });
      expect(seen.claims[1].evidence[0].on_commit).toBe(sha.slice(0, 12));
      expect(seen.headline).toContain(`Tests ran in CI on ${sha.slice(0, 12)}`);
      await observe(document_id, seenByCi(sha, 1));
      const after = await stage.grace.readDocument(document_id);
      expect(after.claims[0]).toMatchObject({ standing: 'contradicted' });
      expect(after.revisions).toEqual(before);
      const old = await observe(document_id, { ...seenByCi(sha), revision: 9 });
      expect(old).toMatchObject({ status: 409, body: { code: 'revision_replaced' } });
    });

    test('a red required check sends the document back with its failures as reasons', async () => {
      await linked(stage, 'required');
      const sha = made.commit({ 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' });
      const { agent } = await atReport(stage, 'required', {
        preset: undefined,
        steps: [{ type: 'T' }, { type: 'TR', gate: { by: 'human', checks: ['files_match'] } }],
      });
      const fields = { changed_paths: ['src/a.ts', 'src/c.ts'] };
      const first = await agent.submit(report({ fields, claims: [claim(commit(sha))] }));
      await look(stage);
      const view = await stage.grace.readDocument(first.document_id);
      expect(view.document.state).toBe('revision_requested');
      expect(view.checks.results).toMatchObject([
        { name: 'files_match', state: 'red', required: true },
      ]);
      const texts = view.reasons.map(({ text }: { text: string }) => text).join('\n');
      expect(texts).toContain('src/c.ts');
      expect(texts).toContain('src/b.ts');
      expect(view.reasons[0].by).toMatchObject({ kind: 'policy', name: 'policy:checks' });
      const { reasons } = await agent.awaitVerdict({ document_id: first.document_id });
      const responses = reasons.map(({ reason_id }: { reason_id: string }) => ({
        reason_id,
        text: 'Named as they are.',
      }));
      await agent.submit(
        report({
          document_id: first.document_id,
          fields: { changed_paths: ['src/a.ts', 'src/b.ts'] },
          claims: [claim(commit(sha))],
          responses,
        }),
      );
      await look(stage);
      const mended = await stage.grace.readDocument(first.document_id);
      expect(mended).toMatchObject({
        document: { state: 'in_review' },
        checks: { state: 'passed' },
      });
    });

    test('a gate of checks opens by what CI saw, and waits for it until then', async () => {
      const { observe } = await linked(stage, 'opened');
      const sha = made.commit({ 'src/opened.ts': 'a\n' });
      const steps = [{ type: 'T' }, { type: 'TR', gate: { by: 'checks', checks: ['tests_pass'] } }];
      const { agent } = await atReport(stage, 'opened', { preset: undefined, steps });
      const { document_id } = await agent.submit(report({ claims: [claim(commit(sha))] }));
      await look(stage);
      const waiting = await stage.grace.readDocument(document_id);
      expect(waiting).toMatchObject({
        document: { state: 'in_review' },
        checks: { state: 'waiting' },
      });
      await observe(document_id, seenByCi(sha));
      const opened = await stage.grace.readDocument(document_id);
      expect(opened.document.state).toBe('approved');
      expect(opened.judgements).toMatchObject([{ policy: 'policy:checks' }]);
    });

    test('a check that nothing observes can be named by no gate', async () => {
      const root = { type: 'R', title: 'R', body: 'So.\n' };
      const steps = [{ type: 'T', gate: { by: 'checks', checks: ['tests_pass'] } }];
      const refused = await stage.grace.post('/projects/shop/groups', { title: 'x', root, steps });
      expect(refused).toMatchObject({ status: 409, body: { code: 'gate_unsatisfiable' } });
      const wanted = { checks: ['commit_exists'] };
      const settings = await stage.grace.put('/projects/shop/verification', wanted);
      expect(settings).toMatchObject({ status: 422, body: { errors: [{ code: 'not_one_of' }] } });
      const outside = await stage.grace.put('/projects/shop/verification', { repository: '../x' });
      expect(outside.body.errors).toMatchObject([{ code: 'repository_unknown' }]);
    });

    test('nothing configured is said, and never green', async () => {
      const { agent } = await agentIn(stage.gate, stage.grace);
      const first = await agent.submit(task());
      await stage.grace.approve(first.document_id);
      const { document_id, checks } = await agent.submit(report());
      expect(checks).toBe('none_configured');
      const view = await stage.grace.readDocument(document_id);
      expect(view.headline).toContain('No checks configured.');
      expect(view.checks).toMatchObject({ state: 'none_configured', results: [] });
    });

    test('the trace table marks what nobody meets, and the final approval holds it', async () => {
      const { agent, groupId } = await agentIn(stage.gate, stage.grace);
      const first = await agent.submit(task());
      await stage.grace.approve(first.document_id);
      const { document_id } = await agent.submit(report());
      await stage.grace.approve(document_id);
      const trace = await stage.grace.must(stage.grace.get(`/groups/${groupId}/trace`));
      expect(trace.rows.map(({ id, hole }: { id: string; hole: string }) => [id, hole])).toEqual([
        ['R.1', null],
        ['R.2', 'no_claim'],
        ['0002-T.1', null],
      ]);
      expect(trace.holes).toBe(1);
      const { documents } = await stage.grace.readGroup(groupId);
      const closing = documents.find(({ type }: { type: string }) => type === 'AC');
      const { body } = await stage.grace.readDocument(closing.id);
      expect(body).toContain('## Acceptance criteria and claims');
      expect(body).toContain('**no claim meets it**');
    });

    test('a criterion that was rewritten dates the claims made for it', async () => {
      const { agent, rootId } = await agentIn(stage.gate, stage.grace);
      const first = await agent.submit(task());
      await stage.grace.approve(first.document_id);
      const { document_id } = await agent.submit(report());
      clock.time += 1_000;
      const { grace } = stage;
      await grace.must(
        grace.post(`/documents/${rootId}/reopening`, { revision: 1, reason: 'No.' }),
      );
      const [reason] = (await grace.readDocument(rootId)).reasons;
      const body =
        '# R\n\n## Acceptance criteria\n\n1. Another.\n2. An order of 50.00 EUR has one.\n';
      const responses = [{ reason_id: reason.id, text: 'Done.' }];
      const next = { title: 'R', body, document_id: rootId, responses };
      await grace.must(grace.post(`/documents/${rootId}/revisions`, { ...next, type: 'R' }));
      const view = await grace.readDocument(document_id);
      expect(view.claims[0]).toMatchObject({ standing: 'outdated', criteria_changed: ['R.1'] });
    });
  },
  { timers: false, clock, settings: { FLOWGATE_REPOSITORIES_DIR: made.folder } },
);
