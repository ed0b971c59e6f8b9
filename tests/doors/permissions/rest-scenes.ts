/**
 * How each address that changes something is called so that only the right to do it decides: well formed, and such that
 * even who may do it changes nothing that another cell of the matrix rests on.
 *
 * A new route that isn't a plain GET gets one line here: `'post /things/:thingId/verb': (things) => ({ … })`, a body with
 * the names of the place. A name in its path that is new gets a thing in world.ts. Nothing else is to be done.
 */

import { PASSWORD } from '../../support/gate.ts';
import { ownPreset, riskType } from '../../support/own-types.ts';
import { TASK, task } from '../../support/stories.ts';
import type { Of } from './expected.ts';
import { OWN_PRESET_CODE, OWN_TYPE_CODE, type Things } from './things.ts';
import { TOOL_SCENES } from './tool-scenes.ts';

type Body = (things: Things) => object;

export interface Told {
  readonly body?: Body;
  /** What a GET must be asked besides its path. */
  readonly query?: (things: Things) => string;
  /** Where it isn't plain from the path: what the thing asked about belongs to. */
  readonly of?: Of;
  /** Names in the path that must be other things than usual. */
  readonly instead?: (things: Things) => Partial<Record<string, string>>;
  /** It ends the session that it is called with. */
  readonly endsSession?: true;
  /** Not who calls decides, but a cookie that only some have. */
  readonly opensByCookie?: true;
}

/** A revision that nobody has written: refused by the gate, after the right to judge was looked at. */
const ON_NO_REVISION: Body = () => ({ revision: 99 });
const WITH_A_REASON: Body = () => ({ revision: 99, reason: 'No.' });
const NOTHING: Body = () => ({});
/** Of a project's own types and presets, under a version that nobody has seen. */
const OWN_TYPE = { instead: () => ({ code: OWN_TYPE_CODE }), of: 'project' } as const;
const OWN_PRESET = { instead: () => ({ code: OWN_PRESET_CODE }), of: 'project' } as const;
const UNSEEN: Body = ({ project }) => ({ project, version: 99 });
const UNSEEN_QUERY = ({ project }: Things) => `project=${project}&version=99`;
const OF_A_PROJECT: Told = { query: ({ project }) => `project=${project}`, of: 'project' };

/** Each tool is also a plain call, and is called as over MCP. */
const TOOLS = Object.fromEntries(
  Object.entries(TOOL_SCENES).flatMap(([name, [body]]) =>
    body === undefined ? [] : [[`post /tools/${name}`, { body, of: 'group' } satisfies Told]],
  ),
);

export const SCENES: Readonly<Record<string, Body | Told>> = {
  'post /setup': () => ({ link: 'x', username: 'x', email: 'x@x.org', password: 'x'.repeat(12) }),
  'post /auth/login': () => ({ username: 'nobody', password: 'nothing' }),
  'post /auth/second-factor': { body: () => ({ code: '123456' }), opensByCookie: true },
  // What it was called with can't be shown again.
  'post /auth/refresh': { body: NOTHING, endsSession: true, opensByCookie: true },
  'post /auth/logout': { body: NOTHING, endsSession: true },
  'post /auth/link': () => ({ link: 'x' }),
  'post /auth/invitation': () => ({ link: 'x', username: 'xx', password: 'violet harbour 19' }),
  'post /auth/password-reset': () => ({ link: 'x', password: 'violet harbour 19' }),
  'post /auth/second-factor-reset': () => ({ link: 'x', password: 'violet harbour 19' }),
  'patch /me': NOTHING,
  // The right password, so that nobody has to wait; what is wrong is wrong about the rest.
  'put /me/password': () => ({ current_password: PASSWORD, new_password: 'password12345' }),
  'post /me/second-factor': () => ({ password: PASSWORD }),
  'post /me/second-factor/confirmation': () => ({ code: '123456' }),
  'post /me/second-factor/removal': () => ({ password: PASSWORD, code: '123456' }),
  'post /me/second-factor/backup-codes': () => ({ password: PASSWORD }),
  'delete /me/sessions': NOTHING,
  'delete /me/sessions/:sessionId': { body: NOTHING, instead: () => ({ sessionId: 'x' }) },
  'post /users': () => ({ username: 'grace', email: 'x@x.org', password: 'violet harbour 19' }),
  'post /users/invitations': () => ({ email: 'grace@example.org' }),
  'delete /users/invitations/:invitationId': {
    body: NOTHING,
    instead: () => ({ invitationId: 'x' }),
  },
  'patch /users/:username': NOTHING,
  // The last admin can't be taken out.
  'post /users/:username/deactivation': { body: NOTHING, instead: () => ({ username: 'admin' }) },
  'post /users/:username/reactivation': NOTHING,
  'post /users/:username/unlocking': NOTHING,
  'post /users/:username/password-reset': NOTHING,
  'post /users/:username/second-factor-reset': NOTHING,
  'patch /installation': NOTHING,
  'put /projects/:project/second-factor': () => ({ required: false }),
  'post /notifications/read': () => ({ ids: ['x'] }),

  'post /projects': () => ({ slug: 'shop', title: 'Taken' }),
  'patch /projects/:project': NOTHING,
  'put /projects/:project/members/:username': () => ({ role: 'viewer' }),
  'post /projects/:project/groups': () => ({ title: 'Mine', root: { type: 'R', body: 'So.\n' } }),

  // Taken already.
  'post /types': {
    body: ({ project }) => riskType({ project, code: OWN_TYPE_CODE }),
    of: 'project',
  },
  'patch /types/:code': { ...OWN_TYPE, body: UNSEEN },
  'delete /types/:code': { ...OWN_TYPE, query: UNSEEN_QUERY },
  'post /presets': {
    body: ({ project }) => ownPreset({ project, code: OWN_PRESET_CODE, steps: [] }),
    of: 'project',
  },
  'patch /presets/:code': { ...OWN_PRESET, body: UNSEEN },
  'delete /presets/:code': { ...OWN_PRESET, query: UNSEEN_QUERY },
  'get /presets/:code': { instead: () => ({ code: 'simple' }) },

  'post /tokens': {
    body: ({ project, closedGroupId: group }) => ({ project, group, kind: 'continuation' }),
    of: 'neighbour',
  },
  'post /tokens/:tokenId/extension': () => ({ expires_in_seconds: 60 }),
  'delete /tokens/:tokenId': {
    body: NOTHING,
    instead: ({ deadTokenId: tokenId }) => ({ tokenId }),
  },

  'patch /groups/:groupId': NOTHING,
  'post /groups/:groupId/confirmations': ({ documentId }) => ({
    documents: [{ document_id: documentId, revision: 99 }],
  }),
  'put /groups/:groupId/sequence': () => ({ version: 99, preset: 'simple' }),
  'post /groups/:groupId/discard': {
    body: () => ({ reason: 'No.' }),
    of: 'neighbour',
    instead: ({ closedGroupId: groupId }) => ({ groupId }),
  },
  'post /groups/:group/documents': () => task(),
  'post /documents/:documentId/revisions': () => task({ document_id: undefined, type: 'TR' }),
  'post /documents/:documentId/approval': ON_NO_REVISION,
  'post /documents/:documentId/withdrawal': ON_NO_REVISION,
  'post /documents/:documentId/confirmation': ON_NO_REVISION,
  'post /documents/:documentId/reading': ON_NO_REVISION,
  'post /documents/:documentId/revision-request': WITH_A_REASON,
  'post /documents/:documentId/rejection': WITH_A_REASON,
  'post /documents/:documentId/reopening': WITH_A_REASON,
  'delete /verdicts/:verdictId': NOTHING,
  'post /reviews': {
    body: ({ documentId: document_id }) => ({ document_id, revision: 99, verdict: 'approve' }),
    of: 'group',
  },
  'put /documents/:documentId/draft': () => ({ summary: 'Hm.' }),
  'post /threads/:threadId/replies': () => ({ text: 'Hm.' }),
  'post /threads/:threadId/done': NOTHING,
  'post /threads/:threadId/resolution': NOTHING,
  'post /conversations/:documentId/turns': () => ({ text: 'Net.' }),
  'post /groups/:groupId/questions': () => ({ questions: [{ text: 'Net?', blocking: false }] }),
  'patch /questions/:questionId': () => ({ assignee: null }),
  'post /questions/:questionId/withdrawal': NOTHING,
  'post /questions/:questionId/answers': () => ({ text: 'Net.' }),
  'post /questions/:questionId/dismissal': () => ({ reason: 'No.' }),
  'post /runs/:runId/pause': NOTHING,
  'post /runs/:runId/resume': NOTHING,
  'post /runs/:runId/stop': NOTHING,

  ...TOOLS,
  'post /inbox': {
    body: ({ project, groupId, documentId }) => ({
      action: 'new',
      project,
      group_name: groupId,
      doc_type: 'T',
      prev_doc_id: documentId,
      content: TASK,
    }),
    of: 'group',
  },

  'post /projects/:project/webhooks': () => ({
    label: 'Refused',
    url: 'https://me:me@example.org/',
  }),
  'patch /webhooks/:webhookId': NOTHING,
  'delete /webhooks/:webhookId': {
    body: NOTHING,
    instead: ({ goneWebhookId: webhookId }) => ({ webhookId }),
  },
  'post /webhooks/:webhookId/test': NOTHING,
  'post /webhooks/:webhookId/deliveries/:deliveryId/attempt': NOTHING,
  'post /attachments': {
    body: NOTHING,
    query: ({ groupId }) => `file_name=a.log&group=${groupId}`,
    of: 'group',
  },
  // It is whole already, so no more is taken.
  'patch /attachments/:attachmentId': { body: NOTHING, query: () => 'offset=0' },
  'post /documents/:documentId/evidence': () => ({
    revision: 99,
    commit: 'a1b2c3d',
    evidence: [{ kind: 'command', command: 'true', exit_code: 0, output: '' }],
  }),
  'post /documents/:documentId/checks': NOTHING,
  'put /projects/:project/verification': NOTHING,

  'get /documents/:documentId/diff': { query: () => 'from=1&to=1' },
  'post /documents/:documentId/revisions/:revision/redaction': () => ({ reason: 'A name.' }),
  'put /projects/:project/secrets/:findingId': () => ({ note: 'A sample.' }),
  'delete /projects/:project/secrets/:findingId': {
    body: NOTHING,
    instead: ({ refusedFindingId: findingId }) => ({ findingId }),
  },
  'get /audit': OF_A_PROJECT,
  'get /audit/export': OF_A_PROJECT,
  'get /audit/verification': OF_A_PROJECT,
};

/** Names in a path by what they stand in; the first that is there decides. */
export const STANDS_IN: readonly (readonly [name: string, of: Of])[] = [
  ['group', 'group'],
  ['groupId', 'group'],
  ['documentId', 'group'],
  ['questionId', 'group'],
  ['runId', 'group'],
  ['threadId', 'group'],
  ['attachmentId', 'group'],
  ['verdictId', 'neighbour'],
  ['webhookId', 'project'],
  ['tokenId', 'group'],
  ['project', 'project'],
];

/** Members of a list's query that name a place: asked for the foreign and the missing, too. */
export const PLACES_IN_QUERIES = {
  project: 'project',
  group: 'groupId',
  group_id: 'groupId',
} as const;
