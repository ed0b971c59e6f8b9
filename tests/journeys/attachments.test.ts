/** Bytes handed in apart from a document: whole, in pieces, named, looked at, purged, and never anybody else's. */
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import { ATTACHMENT_BYTES_MAX } from '../../mcp-server/src/contracts/index.ts';
import { type AgentScene, agentIn } from '../support/agents.ts';
import { CLAIM, onEveryDatabase, report, type Stage, task } from '../support/stories.ts';
import { uploader } from '../support/uploads.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const file = (attachment: string) =>
  report({ claims: [{ ...CLAIM, evidence: [...CLAIM.evidence, { kind: 'file', attachment }] }] });

async function atReport(stage: Stage): Promise<AgentScene> {
  const scene = await agentIn(stage.gate, stage.grace);
  const { document_id } = await scene.agent.submit(task());
  await stage.grace.approve(document_id);
  return scene;
}

const clock = { time: Date.parse('2026-11-22T09:00:00.000Z'), now: () => new Date(clock.time) };

onEveryDatabase(
  (stage) => {
    test('a log of several chunks comes back byte for byte, with the hash the server found', async () => {
      const { agent, secret } = await atReport(stage);
      const { upload, read } = uploader(stage.gate.url, { token: secret });
      const bytes = randomBytes(2 * 1024 * 1024 + 17);
      const { status, body } = await upload(bytes, { file_name: 'build log.txt' });
      expect(status).toBe(201);
      expect(body.attachment).toMatchObject({ state: 'whole', sha256: sha256(bytes) });
      const { document_id } = await agent.submit(file(body.attachment.id));
      const view = await stage.grace.readDocument(document_id);
      const evidence = view.claims[0].evidence[1];
      expect(evidence.file).toMatchObject({ name: 'build log.txt', bytes: bytes.length });
      const got = await read(body.attachment.id);
      expect(sha256(got.bytes)).toBe(sha256(bytes));
      expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(got.headers.get('content-type')).toBe('application/octet-stream');
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      expect(got.headers.get('content-security-policy')).toContain('sandbox');
    });

    test('a multipart form does the same', async () => {
      const { secret } = await atReport(stage);
      const form = new FormData();
      form.set('file', new Blob(['1..1\nok 1 - all\n']), 'run.tap');
      const response = await fetch(`${stage.gate.url}/api/v1/attachments`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}` },
        body: form,
      });
      const { attachment } = (await response.json()) as { attachment: object };
      expect(response.status).toBe(201);
      expect(attachment).toMatchObject({ file_name: 'run.tap', media_type: 'text/plain' });
    });

    test('an upload that was cut off goes on from where it stopped', async () => {
      const { secret } = await atReport(stage);
      const { upload, append, offsetOf } = uploader(stage.gate.url, { token: secret });
      const bytes = randomBytes(1_500_000);
      const opened = await upload(new Uint8Array(), {
        file_name: 'long.log',
        total_bytes: bytes.length,
        sha256: sha256(bytes),
      });
      const { id } = opened.body.attachment;
      expect(opened.body.attachment).toMatchObject({ state: 'receiving', received_bytes: 0 });
      await append(id, 0, bytes.subarray(0, 700_000));
      expect(await offsetOf(id)).toBe(700_000);
      const wrong = await append(id, 0, bytes);
      expect(wrong).toMatchObject({ status: 409, body: { code: 'upload_offset_wrong' } });
      const done = await append(id, 700_000, bytes.subarray(700_000));
      expect(done.body.attachment).toMatchObject({ state: 'whole', sha256: sha256(bytes) });
    });

    test('what is too large, empty or not what it is said to be is not kept', async () => {
      const { secret } = await atReport(stage);
      const { upload } = uploader(stage.gate.url, { token: secret });
      const declared = await upload(Buffer.from('x'), {
        file_name: 'film.bin',
        total_bytes: ATTACHMENT_BYTES_MAX + 1,
      });
      expect(declared.status).toBe(422);
      const more = await upload(Buffer.from('xyz'), { file_name: 'a', total_bytes: 2 });
      expect(more).toMatchObject({ status: 413, body: { code: 'too_large' } });
      const empty = await upload(new Uint8Array(), { file_name: 'a' });
      expect(empty).toMatchObject({ status: 422, body: { errors: [{ code: 'missing' }] } });
      const other = await upload(Buffer.from('abc'), { file_name: 'a', sha256: '0'.repeat(64) });
      expect(other).toMatchObject({ status: 422, body: { errors: [{ code: 'hash_mismatch' }] } });
    });

    test('a page that was uploaded is text, and is never shown as a page', async () => {
      const { secret } = await atReport(stage);
      const { upload, read } = uploader(stage.gate.url, { token: secret });
      const page = Buffer.from('<!doctype html><script>alert(1)</script>');
      const { body } = await upload(page, { file_name: 'x.html"; evil="1' });
      const shown = await read(body.attachment.id, '?preview=true');
      expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(shown.headers.get('content-disposition')).toMatch(
        /^inline; filename="x\.html___evil__1"/,
      );
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
      const image = await upload(svg, { file_name: 'x.svg' });
      expect(image.body.attachment.media_type).toBe('text/plain');
      const saved = await read(image.body.attachment.id);
      expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    });

    test('a hash stands in the revision: the same bytes under another id are the same revision', async () => {
      const { agent, secret } = await atReport(stage);
      const { upload } = uploader(stage.gate.url, { token: secret });
      const first = await upload(Buffer.from('log'), { file_name: 'a.log' });
      const again = await upload(Buffer.from('log'), { file_name: 'b.log' });
      const { document_id } = await agent.submit(file(first.body.attachment.id));
      await stage.grace.requestRevision(document_id, 'More.');
      const [reason] = (await stage.grace.readDocument(document_id)).reasons;
      const responses = [{ reason_id: reason.id, text: 'There is no more.' }];
      const same = { ...file(again.body.attachment.id), document_id, responses };
      const refused = await agent.call('submit', same);
      expect(refused.text).toMatch(/^no_change:/);
    });

    test('what no document names is purged after a day, what one names is kept', async () => {
      const { agent, secret } = await atReport(stage);
      const { upload, read } = uploader(stage.gate.url, { token: secret });
      const kept = await upload(Buffer.from('kept'), { file_name: 'kept' });
      const lost = await upload(Buffer.from('lost'), { file_name: 'lost' });
      await agent.submit(file(kept.body.attachment.id));
      clock.time += 25 * 3600 * 1000;
      await runDueTimers(stage.gate.dependencies);
      expect((await read(kept.body.attachment.id)).status).toBe(200);
      expect((await read(lost.body.attachment.id)).status).toBe(404);
      const { reader } = stage.gate.dependencies.database;
      const where = { attachmentId: lost.body.attachment.id };
      expect(await reader.attachmentChunk.count({ where })).toBe(0);
    });

    describe('for others', () => {
      test('an upload is not there until a document names it, and then for the group alone', async () => {
        const { agent, secret } = await atReport(stage);
        const stranger = await agentIn(stage.gate, stage.grace);
        const own = uploader(stage.gate.url, { token: secret });
        const other = uploader(stage.gate.url, { token: stranger.secret });
        const grace = uploader(stage.gate.url, { cookie: stage.grace.cookie });
        const { body } = await own.upload(Buffer.from('secret'), { file_name: 'a' });
        const { id } = body.attachment;
        expect((await other.read(id)).status).toBe(404);
        expect((await other.append(id, 6, Buffer.from('x'))).status).toBe(404);
        expect((await grace.read(id)).status).toBe(404);
        await agent.submit(file(id));
        expect((await grace.read(id)).status).toBe(200);
        expect((await other.read(id)).status).toBe(404);
        expect((await uploader(stage.gate.url, {}).read(id)).status).toBe(401);
      });

      test('naming somebody else’s upload is a fault, the same as naming none', async () => {
        const { secret } = await atReport(stage);
        const { agent } = await atReport(stage);
        const { upload } = uploader(stage.gate.url, { token: secret });
        const { body } = await upload(Buffer.from('mine'), { file_name: 'a' });
        for (const id of [body.attachment.id, 'nothing']) {
          const { text } = await agent.call('submit', file(id));
          expect(text).toContain('attachment_unknown');
        }
      });
    });
  },
  { timers: false, clock },
);
