/** A worker of the older system goes on with the requests it knows, and one without MCP has every tool as a plain call. */
import { createHash } from 'node:crypto';
import { DRY_RUNS_MAX } from '@flowgate/server/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type AgentScene, agentIn } from '../support/agents.ts';
import { PlainWorker } from '../support/plain-worker.ts';
import { onEveryDatabase, type Stage, TASK } from '../support/stories.ts';
import { contentOf } from '../support/tables.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

onEveryDatabase((stage) => {
  let scene: AgentScene;
  let worker: PlainWorker;
  /** What the older system's worker sends for the open step of its group. */
  let fresh: Record<string, unknown>;
  beforeEach(async () => {
    scene = await agentIn(stage.gate, stage.grace);
    worker = new PlainWorker(stage.gate.url, scene.secret);
    fresh = {
      action: 'new',
      project: 'shop',
      module: 'none',
      group_name: scene.groupId.split('.')[2],
      doc_type: 'T',
      prev_doc_id: scene.rootId,
      content: `# Free shipping\n\n${TASK}`,
    };
  });

  test('a document is registered, sent back, edited with one response, and approved', async () => {
    const { grace } = stage as Stage;
    const made = await worker.inbox(fresh);
    expect(made).toMatchObject({
      status: 201,
      body: { ok: true, doc_id: `${scene.groupId}.0002-T`, state: 'in_review', revision_no: 1 },
    });
    expect(made.body).toMatchObject({
      continuation_done: false,
      continuation_paused: true,
      continuation_reason: 'waiting_for_verdict',
    });
    const { doc_id } = made.body;
    expect((await grace.readDocument(doc_id)).document.title).toBe('Free shipping');
    await grace.requestRevision(doc_id, 'Say how it is measured.');
    const edit = {
      action: 'edit',
      project: 'shop',
      doc_id,
      edit_reason: 'rejected',
      content: `# Free shipping, measured\n\n${TASK}\nMeasured in cents.\n`,
    };
    const unanswered = await worker.inbox(edit);
    expect(unanswered).toMatchObject({ status: 422, body: { ok: false, http_status: 422 } });
    expect(JSON.stringify(unanswered.body.errors)).toContain('response_missing');
    const edited = await worker.must(
      worker.inbox({ ...edit, rejection_response: 'In cents, see below.' }),
    );
    expect(edited).toMatchObject({ doc_id, revision_no: 2, state: 'in_review' });
    const { reasons } = await grace.readDocument(doc_id);
    expect(reasons).toMatchObject([{ response: { text: 'In cents, see below.', revision: 2 } }]);
    await grace.approve(doc_id, 2);
    const { assignment } = await worker.must(worker.tool('continue'));
    expect(assignment).toMatchObject({ type: 'TR', claims_required: true });
  });

  test('a dry run names what would be registered, stores nothing, and fails as the real call does', async () => {
    const before = await contentOf(stage.gate.dependencies.database.reader);
    const tried = await worker.inbox({ ...fresh, dry_run: 'yes' });
    expect(tried).toMatchObject({
      status: 200,
      body: {
        ok: true,
        dry_run: true,
        doc_id: null,
        would_register: { action: 'new', group_name: scene.groupId, doc_type: 'T' },
        dry_run_count: 1,
      },
    });
    const wrong = { ...fresh, doc_type: 'TR' };
    const refused = await worker.inbox({ ...wrong, dry_run: true });
    expect(await contentOf(stage.gate.dependencies.database.reader)).toEqual(before);
    const real = await worker.inbox(wrong);
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong_type', ok: false } });
    expect(real.body).toMatchObject({ code: 'wrong_type', detail: refused.body.detail });
    expect(await worker.must(worker.inbox({ ...fresh, dry_run: 1 }))).toMatchObject({
      dry_run_count: 2,
    });
    await worker.must(worker.inbox(fresh));
  });

  test('a token has so many dry runs that find nothing wrong; those that find faults are free', async () => {
    const { secret } = await stage.grace.issueToken({
      project: 'shop',
      group: scene.groupId,
      kind: 'step',
    });
    const stepper = new PlainWorker(stage.gate.url, secret);
    for (let count = 1; count <= DRY_RUNS_MAX.step; count += 1) {
      const tried = await stepper.inbox({ ...fresh, dry_run: true });
      expect(tried.body).toMatchObject({ dry_run_remaining: DRY_RUNS_MAX.step - count });
      if (count === 1) await stepper.inbox({ ...fresh, doc_type: 'DS', dry_run: true });
    }
    const spent = { status: 429, body: { code: 'dry_run_limit' } };
    expect(await stepper.inbox({ ...fresh, dry_run: true })).toMatchObject(spent);
    expect(await stepper.tool('dry_run', { title: 'T', body: TASK })).toMatchObject(spent);
    await stepper.must(stepper.inbox(fresh));
  });

  test('a repeated call hears the first answer again, and a key keeps it', async () => {
    const first = await worker.must(worker.inbox(fresh, { 'Idempotency-Key': 'one' }));
    const again = await worker.must(worker.inbox(fresh, { 'Idempotency-Key': 'one' }));
    expect(again).toMatchObject({ doc_id: first.doc_id, replayed: true });
    const other = { ...fresh, content: 'Something else.' };
    expect(await worker.inbox(other, { 'Idempotency-Key': 'one' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency_key_reused' },
    });
  });

  test('a text that was broken on its way is refused by its hash and its length', async () => {
    const content = 'Größe: 50 €. 무료 배송';
    const sent = { ...fresh, content: content.replaceAll(/[^\p{ASCII}]/gu, '?') };
    const declared = { body_sha256: sha256(content), body_chars: [...content].length + 1 };
    const { status, body } = await worker.inbox({ ...sent, ...declared });
    expect(status).toBe(422);
    expect(
      body.errors.map(({ path, code }: { path: string; code: string }) => [path, code]),
    ).toEqual([
      ['body_sha256', 'content_altered'],
      ['body_chars', 'content_altered'],
    ]);
    const whole = {
      ...fresh,
      content,
      body_sha256: sha256(content),
      body_chars: [...content].length,
    };
    await worker.must(worker.inbox(whole));
  });

  test('questions go with a document and hold it until a person answers', async () => {
    const { grace } = stage as Stage;
    const { doc_id, question_ids } = await worker.must(
      worker.inbox({
        ...fresh,
        questions: [
          { title: 'Limit', body: 'Gross or net?', options: [{ label: 'Gross' }, 'Net'] },
        ],
      }),
    );
    expect(question_ids).toHaveLength(1);
    expect((await grace.readGroup(scene.groupId)).questions).toMatchObject([
      { text: 'Limit\n\nGross or net?', options: [{ label: 'Gross' }, { label: 'Net' }] },
    ]);
    const held = await grace.post(`/documents/${doc_id}/approval`, { revision: 1 });
    expect(held.body.code).toBe('question_open');
  });

  describe('what is wrong has its own code, in the words of this wire form, and changes nothing', () => {
    const cases: readonly [string, (body: Record<string, unknown>) => object, number, string][] = [
      ['no action', ({ action: _, ...rest }) => rest, 422, 'action missing'],
      ['an unknown action', (body) => ({ ...body, action: 'delete' }), 422, 'action not_one_of'],
      ['no type', ({ doc_type: _, ...rest }) => rest, 422, 'doc_type missing'],
      ['no predecessor', ({ prev_doc_id: _, ...rest }) => rest, 422, 'prev_doc_id missing'],
      ['no content', ({ content: _, ...rest }) => rest, 422, 'content missing'],
      ['an empty content', (body) => ({ ...body, content: '' }), 422, 'content too_short'],
      ['a path', (body) => ({ ...body, doc_path: '/tmp/x.md' }), 422, 'doc_path unknown_key'],
      [
        'a member of edit',
        (body) => ({ ...body, edit_reason: 'rejected' }),
        422,
        'edit_reason member_misplaced',
      ],
      [
        'a cite of nothing',
        (body) => ({ ...body, related_doc_ids: ['shop.default.9999.0001-R'] }),
        422,
        'related_doc_ids[0] cite_unknown',
      ],
      ['another type', (body) => ({ ...body, doc_type: 'DS' }), 409, 'wrong_type'],
      [
        'another predecessor',
        (body) => ({ ...body, prev_doc_id: 'shop.default.9999.0001-R' }),
        409,
        'wrong_predecessor',
      ],
      ['another group', (body) => ({ ...body, group_name: '9999' }), 404, 'not_found'],
      ['another project', (body) => ({ ...body, project: 'other' }), 404, 'not_found'],
      ['a broken group name', (body) => ({ ...body, group_name: '../7' }), 404, 'not_found'],
    ];
    test.each(cases)('%s', async (_what, broken, status, expected) => {
      const before = await contentOf(stage.gate.dependencies.database.reader);
      const answer = await worker.inbox(broken(fresh));
      const { errors = [], code } = answer.body;
      const said = errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`);
      expect({ status: answer.status, said: [code, ...said] }).toMatchObject({ status });
      expect([code, ...said]).toContain(expected);
      expect(answer.body).toMatchObject({ ok: false, http_status: status });
      expect(answer.body.help_url).toBe(`${stage.gate.url}/api/v1/help`);
      expect(answer.body.error_message).toBeTruthy();
      expect(await contentOf(stage.gate.dependencies.database.reader)).toEqual(before);
    });
  });

  test('several open reasons ask for the id of the one that is answered', async () => {
    const { grace } = stage as Stage;
    const { doc_id } = await worker.must(worker.inbox(fresh));
    await grace.must(
      grace.post(`/documents/${doc_id}/revision-request`, {
        revision: 1,
        reason: 'Name the limit.',
        reasons: ['Name the unit.'],
      }),
    );
    const { reasons } = await grace.readDocument(doc_id);
    const edit = {
      action: 'edit',
      project: 'shop',
      doc_id,
      edit_reason: 'rejected',
      content: `${TASK}\nChanged.\n`,
      rejection_response: 'Named.',
    };
    const unclear = await worker.inbox(edit);
    expect(unclear.body.errors).toMatchObject([{ path: 'rejection_id', code: 'missing' }]);
    const ids = reasons.map(({ id }: { id: string }) => id);
    await worker.must(
      worker.inbox({
        ...edit,
        rejection_id: ids[0],
        responses: [{ reason_id: ids[1], text: 'In cents.' }],
      }),
    );
  });
});
