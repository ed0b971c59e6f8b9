/** Who did what, and the proof of it: searched, exported and verified over the real doors. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { agentIn } from '../support/agents.ts';
import { onEveryDatabase, submittedTask, task } from '../support/stories.ts';

interface Entry {
  readonly position: number;
  readonly kind: string;
  readonly hash: string;
  readonly details: Record<string, unknown>;
}

onEveryDatabase((stage) => {
  const read = async (query: string): Promise<{ entries: Entry[]; cursor: string | null }> =>
    stage.grace.must(stage.grace.get(`/audit?project=shop${query}`));
  const kindsIn = async (query: string) =>
    (await read(query)).entries.map(({ kind }: Entry) => kind);
  const verify = (more = '') =>
    stage.grace.must(stage.grace.get(`/audit/verification?project=shop${more}`));

  test('the log is filtered by kind, actor, subject and time', async () => {
    const { grace } = stage;
    const { documentId, groupId, tokenId } = await submittedTask(stage);
    await grace.approve(documentId);
    expect(await kindsIn(`&subject=${documentId}`)).toEqual([
      'document.approved',
      'document.submitted',
    ]);
    expect(await kindsIn(`&subject=${groupId}&actor=${tokenId}`)).toEqual(
      expect.arrayContaining(['document.submitted', 'run.started']),
    );
    expect(await kindsIn(`&subject=${groupId}&actor=grace`)).not.toContain('run.started');
    expect(await kindsIn(`&subject=${groupId}&kinds=document.approved,token.issued`)).toEqual([
      'document.approved',
      'token.issued',
      'document.approved',
    ]);
    expect(await kindsIn('&from=2099-01-01T00:00:00.000Z')).toEqual([]);
    expect(await kindsIn('&to=2001-01-01T00:00:00.000Z')).toEqual([]);
    expect((await grace.get('/audit?project=shop&kinds=nonsense')).status).toBe(422);
  });

  test('pages follow one another without a gap or a repetition', async () => {
    const positions: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await read(`&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      positions.push(...page.entries.map(({ position }) => position));
      ({ cursor } = page);
    }
    const newest = positions[0] ?? 0;
    expect(newest).toBeGreaterThan(5);
    expect(positions).toEqual(Array.from({ length: newest }, (_, index) => newest - index));
  });

  test('what belongs to no project is read by admins alone', async () => {
    const { admin, grace } = stage;
    const { entries } = await admin.must(admin.get('/audit?project=installation'));
    expect(entries.map(({ kind }: Entry) => kind)).toContain('person.signed_in');
    const refused = await grace.get('/audit?project=installation');
    const missing = await grace.get('/audit?project=atlantis');
    expect([refused.status, missing.status]).toEqual([404, 404]);
    expect(refused.body.code).toBe(missing.body.code);
  });

  test('only maintainers read it, and no token', async () => {
    const { gate, grace } = stage;
    const rita = await gate.person('rita', 'reviewer');
    const { secret } = await agentIn(gate, grace);
    const bearer = { Authorization: `Bearer ${secret}` };
    for (const path of ['/audit', '/audit/export', '/audit/verification']) {
      expect((await rita.get(`${path}?project=shop`)).status, path).toBe(403);
      const byToken = await gate.stranger().send('GET', `${path}?project=shop`, undefined, bearer);
      expect([403, 404], path).toContain(byToken.status);
    }
  });

  test('anybody can verify the export with nothing but SHA-256', async () => {
    await submittedTask(stage);
    const response = await fetch(`${stage.gate.url}/api/v1/audit/export?project=shop&limit=4`, {
      headers: { Cookie: stage.grace.cookie },
    });
    expect(response.headers.get('content-type')).toContain('application/jsonl');
    const lines = (await response.text()).trimEnd().split('\n');
    let previous = '0'.repeat(64);
    for (const [index, line] of lines.entries()) {
      const { hash, previous_hash, ...entry } = JSON.parse(line);
      expect([entry.position, previous_hash]).toEqual([index + 1, previous]);
      const { project, position, kind, at, actor_kind, actor_id, actor_name } = entry;
      const { group_id, document_id, step_id, question_id, run_id, details } = entry;
      const covered = [
        ...[project, position, kind, at, actor_kind, actor_id, actor_name],
        ...[group_id, document_id, step_id, question_id, run_id, details, previous_hash],
      ];
      const own = createHash('sha256').update(JSON.stringify(covered)).digest('hex');
      expect(own).toBe(hash);
      previous = hash;
    }
    const { position, head_hash } = await verify();
    expect([lines.length, previous]).toEqual([position, head_hash]);
  });

  test('the log holds no text and no hash of one that could be guessed', async () => {
    const { documentId } = await submittedTask(stage);
    const { document } = await stage.grace.readDocument(documentId);
    const { entries } = await read(`&subject=${documentId}`);
    const told = JSON.stringify(entries);
    expect(told).not.toContain('ship for free');
    expect(entries[0]?.details['hash']).toMatch(/^[0-9a-f]{64}$/);
    const row = await stage.gate.dependencies.database.reader.document.findUniqueOrThrow({
      where: { id: document.id },
    });
    expect(told).not.toContain(row.hash);
  });

  test('a text altered behind the log’s back is named', async () => {
    const { documentId } = await submittedTask(stage);
    expect(await verify()).toMatchObject({ intact: true });
    const { database } = stage.gate.dependencies;
    const where = { documentId_number: { documentId, number: 1 } };
    const { content } = await database.reader.revision.findUniqueOrThrow({ where });
    const rewrite = (text: string) =>
      database.inTransaction((t) => t.revision.update({ where, data: { content: text } }));
    await rewrite(content.replace('free', 'fees'));
    expect(await verify()).toMatchObject({
      intact: false,
      fault: { code: 'body_altered', revision: `${documentId}@1` },
    });
    // With its own hash mended as well it still isn't what the log tells of.
    const forged = content.replace('free', 'fees');
    const hash = createHash('sha256').update(forged).digest('hex');
    await database.inTransaction((t) => t.revision.update({ where, data: { hash } }));
    expect(await verify()).toMatchObject({ fault: { code: 'body_altered' } });
    const own = createHash('sha256').update(content).digest('hex');
    await rewrite(content);
    await database.inTransaction((t) => t.revision.update({ where, data: { hash: own } }));
    expect(await verify()).toMatchObject({ intact: true });
  });

  test('writers at once leave one chain', async () => {
    const scenes = await Promise.all(
      Array.from({ length: 6 }, () => agentIn(stage.gate, stage.grace)),
    );
    await Promise.all(scenes.map(({ agent }) => agent.submit(task())));
    expect(await verify()).toMatchObject({ intact: true });
  });
});
