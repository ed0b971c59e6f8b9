/**
 * Four places that look alike (a caller's own group, its neighbour, another project, nothing), and everybody who may
 * knock: people of every role, and tokens of every scope, bound to the group and to the project.
 */
import { ROLES, type Role } from '../../../mcp-server/src/gate/vocabulary.ts';
import { type Gate, startGate } from '../../support/gate.ts';
import { ownPreset, riskType } from '../../support/own-types.ts';
import type { PersonClient } from '../../support/person-client.ts';
import { task } from '../../support/stories.ts';
import { uploader } from '../../support/uploads.ts';
import type { Kind, Where } from './expected.ts';
import { tokensOfEveryIssuer, tokensOfEveryScope } from './knocking-tokens.ts';
import { EVERYWHERE, MISSING, OWN_PRESET_CODE, OWN_TYPE_CODE, type Things } from './things.ts';
import { webhooksIn } from './webhooks-in.ts';

export interface Knocker {
  readonly name: string;
  readonly kind: Kind;
  readonly headers: Readonly<Record<string, string>>;
  /** Words that stand in texts this caller may not read: no answer may hold one. */
  readonly unseen: readonly string[];
}

export interface World {
  readonly gate: Gate;
  readonly places: Readonly<Record<Where, Things>>;
  readonly people: readonly Knocker[];
  readonly agents: readonly Knocker[];
  /** Who may make something happen in each place there is. */
  readonly maintainers: Readonly<Record<Exclude<Where, 'missing'>, PersonClient>>;
  /** A new session of somebody, for what ends the one it is called with. */
  sessionOf(knocker: Knocker): Promise<Knocker>;
}

/** In every text of the foreign project, and in every text of the neighbouring group. */
export const FOREIGN_WORD = 'zanzibar';
export const SIBLING_WORD = 'madagascar';

export async function openWorld(): Promise<World> {
  const { gate, grace, admin } = await startGate({ timers: false });
  await admin.createProject('bank', { title: `Bank of ${FOREIGN_WORD}` });
  const banker = await gate.person('banker', 'maintainer', 'bank');
  await admin.must(banker.put('/projects/bank/members/admin', { role: null }));
  await gate.person(EVERYWHERE.username, 'viewer');
  await admin.must(banker.put(`/projects/bank/members/${EVERYWHERE.username}`, { role: 'viewer' }));
  for (const [maintainer, project] of [
    [grace, 'shop'],
    [banker, 'bank'],
  ] as const) {
    const type = riskType({ project, code: OWN_TYPE_CODE });
    const preset = ownPreset({ project, code: OWN_PRESET_CODE, steps: [] });
    await maintainer.must(maintainer.post('/types', type));
    await maintainer.must(maintainer.post('/presets', preset));
  }
  const members = {
    viewer: await gate.person('vera', 'viewer'),
    author: await gate.person('anton', 'author'),
    reviewer: await gate.person('rita', 'reviewer'),
    maintainer: grace,
  } as const satisfies Record<Role, PersonClient>;
  const places = {
    own: await thingsIn(gate, grace, 'shop', 'home'),
    sibling: await thingsIn(gate, grace, 'shop', SIBLING_WORD),
    foreign: await thingsIn(gate, banker, 'bank', FOREIGN_WORD),
    missing: MISSING,
  };
  const agents = [
    ...(await tokensOfEveryScope(grace, places.own)),
    ...(await tokensOfEveryIssuer(gate, grace, places.own)),
  ];
  await admin.must(grace.put('/projects/shop/members/admin', { role: null }));
  return {
    gate,
    places,
    people: [
      { name: 'a stranger', kind: { kind: 'stranger' }, headers: {}, unseen: [FOREIGN_WORD] },
      ...ROLES.map((role) => person(members[role], role, role, false)),
      person(admin, 'an admin who is no member', null, true),
    ],
    agents,
    maintainers: { own: grace, sibling: grace, foreign: banker },
    sessionOf: async (knocker) => {
      if (knocker.kind.kind !== 'person') return knocker;
      const { role, isAdmin } = knocker.kind;
      const username = role === null ? admin.username : members[role].username;
      return person(await gate.signedIn(username), knocker.name, role, isAdmin);
    },
  };
}

function person(client: PersonClient, name: string, role: Role | null, isAdmin: boolean): Knocker {
  return {
    name,
    kind: { kind: 'person', role, isAdmin },
    headers: { Cookie: client.cookie, 'X-FlowGate-Client': 'tests' },
    unseen: isAdmin ? [] : [FOREIGN_WORD],
  };
}

/** One of everything, each text with the word in it. Ends with a document in review, a question and a run. */
async function thingsIn(
  gate: Gate,
  maintainer: PersonClient,
  project: string,
  word: string,
): Promise<Things> {
  const root = { type: 'R', title: `R of ${word}`, body: `About ${word}.\n` };
  const open = async () => {
    const { group } = await maintainer.openGroup(project, { title: `Group ${word}`, root });
    const token = { project, group: group.id, kind: 'continuation', label: `token ${word}` };
    const issued = await maintainer.issueToken(token);
    return { groupId: group.id, tokenId: issued.token.id, secret: issued.secret };
  };
  const written = async () => {
    const { secret, ...ids } = await open();
    const writer = await gate.connect(secret);
    const { upload } = uploader(gate.url, { token: secret });
    const { body } = await upload(Buffer.from(`To ${word}.`), { file_name: `${word}.txt` });
    const attachmentId: string = body.attachment.id;
    const text = task({
      title: `Task ${word}`,
      body: `## Goal\n\nTo ${word}.\n`,
      attachments: [attachmentId],
    });
    const { document_id: documentId } = await writer.submit(text);
    return { ...ids, writer, documentId, attachmentId };
  };
  const held = await written();
  const verdict = await maintainer.approve(held.documentId, 1, { hold_seconds: 60 });
  const closed = await open();
  await maintainer.must(
    maintainer.post(`/groups/${closed.groupId}/discard`, { reason: `No ${word}.` }),
  );
  const main = await written();
  const asked = await main.writer.must('clarify', { questions: [{ text: `To ${word}?` }] });
  const comments = [{ weight: 'nit', text: `To ${word}.` }];
  const review = { document_id: main.documentId, revision: 1, comments };
  const reviewed = await maintainer.must(maintainer.post('/reviews', review));
  const dead = { project, group: main.groupId, kind: 'continuation', label: `dead ${word}` };
  const { token } = await maintainer.issueToken(dead);
  await maintainer.must(maintainer.delete(`/tokens/${token.id}`));
  const { runs } = await maintainer.readGroup(main.groupId);
  const leak = ['a', 'b'].map((end) => ({
    text: `Is it ghp_${'aB3dE5fG7h'.repeat(3)}aB3dE${end}?`,
  }));
  await main.writer.call('clarify', { questions: leak });
  const secrets = `/projects/${project}/secrets`;
  const { findings } = await maintainer.must(maintainer.get(secrets));
  const note = { note: `A sample of ${word}.` };
  await maintainer.must(maintainer.put(`${secrets}/${findings[0].id}`, note));
  return {
    ...EVERYWHERE,
    project,
    group: main.groupId,
    groupId: main.groupId,
    documentId: main.documentId,
    questionId: asked.question_ids[0],
    runId: runs[0].id,
    tokenId: main.tokenId,
    verdictId: verdict.held.id,
    threadId: reviewed.thread_ids[0],
    attachmentId: main.attachmentId,
    closedGroupId: closed.groupId,
    deadTokenId: token.id,
    findingId: findings[0].id,
    refusedFindingId: findings[1].id,
    ...(await webhooksIn(maintainer, project, word)),
  };
}
