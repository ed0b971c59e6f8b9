/** A text is taken out, one by a person or all by age, and everything else stays: hash, author, verdicts, and a log that is whole. */
import { expect, test } from 'vitest';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, submittedTask, task } from '../support/stories.ts';
import { brokenIn, contentOf } from '../support/tables.ts';

const DAY = 24 * 3600 * 1000;
let now = Date.now();

onEveryDatabase(
  (stage) => {
    const verify = () => stage.grace.must(stage.grace.get('/audit/verification?project=shop'));
    const redact = (id: string, revision: number, reason = 'It names a customer.') =>
      stage.grace.post(`/documents/${id}/revisions/${revision}/redaction`, { reason });

    test('a maintainer redacts one revision, with a reason', async () => {
      const { grace, gate } = stage;
      const { agent, documentId } = await submittedTask(stage);
      expect(await redact(documentId, 1)).toMatchObject({
        status: 409,
        body: { code: 'revision_in_review' },
      });
      await grace.requestRevision(documentId, 'Leave the name out.');
      const [reason] = (await grace.readDocument(documentId)).reasons;
      const before = await grace.must(grace.get(`/documents/${documentId}/revisions/1`));
      expect((await redact(documentId, 1)).status).toBe(200);
      await agent.submit(
        task({
          document_id: documentId,
          body: '## Goal\n\nNo name.\n',
          responses: [{ reason_id: reason.id, text: 'Done.' }],
        }),
      );
      const after = await grace.must(grace.get(`/documents/${documentId}/revisions/1`));
      expect(after.body).toContain('It names a customer.');
      expect(after.revision).toEqual(before.revision);
      expect((await grace.readDocument(documentId)).judgements).toHaveLength(1);
      const rows = JSON.stringify(await contentOf(gate.dependencies.database.reader));
      expect(rows).not.toContain(before.body.slice(0, 60).replaceAll('\n', '\\n'));
      expect(await verify()).toMatchObject({ intact: true });
      expect((await verify()).bodies_redacted).toBeGreaterThan(0);
      const { entries } = await grace.must(
        grace.get(`/audit?project=shop&subject=${documentId}&kinds=document.redacted`),
      );
      expect(entries).toHaveLength(1);
      expect(JSON.stringify(entries)).not.toContain('customer');
    });

    test('twice is once', async () => {
      const { documentId } = await submittedTask(stage);
      await stage.grace.approve(documentId);
      const first = await redact(documentId, 1);
      expect((await redact(documentId, 1, 'Again.')).body).toEqual(first.body);
    });

    test('a text that is gone without an entry is named by the verification', async () => {
      const { documentId } = await submittedTask(stage);
      const { database } = stage.gate.dependencies;
      const where = { documentId_number: { documentId, number: 1 } };
      await database.inTransaction((t) =>
        t.revision.update({ where, data: { redactedAt: new Date(now) } }),
      );
      expect((await verify()).fault).toMatchObject({
        code: 'body_altered',
        revision: `${documentId}@1`,
      });
      await database.inTransaction((t) => t.revision.update({ where, data: { redactedAt: null } }));
    });

    test('texts of groups closed long enough go by themselves, those of others stay', async () => {
      const { gate, grace } = stage;
      const old = await agentIn(gate, grace);
      await grace.must(grace.post(`/groups/${old.groupId}/discard`, { reason: 'Not needed.' }));
      const open = await agentIn(gate, grace);
      await grace.must(grace.patch('/projects/shop', { retention_days: 30 }));
      now += 29 * DAY;
      const again = await gate.signedIn('grace');
      await runDueTimers(gate.dependencies);
      expect((await again.readDocument(old.rootId)).body).toContain('50 EUR');
      now += 2 * DAY;
      const later = await gate.signedIn('grace');
      await runDueTimers(gate.dependencies);
      expect((await later.readDocument(old.rootId)).body).not.toContain('50 EUR');
      expect((await later.readDocument(open.rootId)).body).toContain('50 EUR');
      const verified = await later.must(later.get('/audit/verification?project=shop'));
      expect(verified).toMatchObject({ intact: true });
      expect(await brokenIn(gate.dependencies.database.reader)).toEqual([]);
    });
  },
  { clock: { now: () => new Date(now) }, timers: false },
);
