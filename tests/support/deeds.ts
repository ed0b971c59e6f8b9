/** What people and agents may try in a group, as a table: one real action each, on whatever the group holds by then. */
import { perform } from '../../mcp-server/src/actions/action.ts';
import { approveDocument } from '../../mcp-server/src/actions/documents/approve-document.ts';
import { confirmDocument } from '../../mcp-server/src/actions/documents/confirm-document.ts';
import { rejectDocument } from '../../mcp-server/src/actions/documents/reject-document.ts';
import { reopenDocument } from '../../mcp-server/src/actions/documents/reopen-document.ts';
import { requestRevision } from '../../mcp-server/src/actions/documents/request-revision.ts';
import { submitDocument } from '../../mcp-server/src/actions/documents/submit-document.ts';
import { withdrawDocument } from '../../mcp-server/src/actions/documents/withdraw-document.ts';
import { answerQuestion } from '../../mcp-server/src/actions/questions/answer-question.ts';
import { clarify } from '../../mcp-server/src/actions/questions/clarify.ts';
import { pauseRun, resumeRun } from '../../mcp-server/src/actions/runs/control-run.ts';
import { revokeToken } from '../../mcp-server/src/actions/tokens/revoke-token.ts';
import { arrangeSequence } from '../../mcp-server/src/actions/workflow/arrange-sequence.ts';
import { continueWork } from '../../mcp-server/src/actions/workflow/continue-work.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';
import type { Caller } from '../../mcp-server/src/identity/caller.ts';
import { callBy } from './house.ts';
import { CLAIM, TASK } from './stories.ts';

export interface Scene {
  /** The process at which they knock. */
  readonly here: Dependencies;
  readonly groupId: string;
  readonly person: Caller;
  readonly maintainer: Caller;
  readonly agent: Caller;
  readonly stepTokenId: string;
  /** Picks from what there is. */
  readonly what: number;
  /** Makes texts that nobody has written before. */
  readonly serial: number;
}

type Deed = (scene: Scene) => Promise<unknown>;

export const DEEDS = {
  submit: async ({ here, groupId, agent, what, serial }) => {
    const { reader } = here.database;
    const steps = await reader.step.findMany({
      where: { groupId },
      orderBy: { number: 'asc' },
      include: { document: true },
    });
    const head = steps.find(({ document }) => document?.state !== 'approved');
    const sent = head?.document?.state === 'revision_requested' ? head.document : null;
    const open = await reader.reason.findMany({
      where: { documentId: sent?.id ?? '', response: null, setAsideAt: null },
    });
    return perform(submitDocument, here, callBy(agent), {
      ...{ title: `Handed in ${what % 3 === 0 ? 'again' : serial}`, body: TASK },
      ...(head?.series === 'report' ? { claims: [CLAIM] } : {}),
      ...(sent ? { document_id: sent.id } : {}),
      responses: open.map(({ id }) => ({ reason_id: id, text: 'Done.' })),
    });
  },
  plan: ({ here, agent, what, serial }) =>
    perform(submitDocument, here, callBy(agent), {
      ...{ type: 'WP', title: `Plan ${serial}`, body: 'So.\n' },
      fields: { steps: [{ type: 'T' }, { type: what % 2 === 0 ? 'TS' : 'D' }] },
    }),
  continue: ({ here, agent }) => perform(continueWork, here, callBy(agent), {}),
  ask: ({ here, agent, what, serial }) =>
    perform(clarify, here, callBy(agent), {
      questions: [{ text: `Question ${serial}?`, blocking: what % 2 === 0 }],
    }),
  answer: async ({ here, groupId, person, what }) => {
    const where = { groupId, state: 'open' };
    const question = pick(await here.database.reader.question.findMany({ where }), what);
    if (question === undefined) return;
    await perform(answerQuestion, here, callBy(person), { question_id: question.id, text: 'Net.' });
  },
  arrange: async ({ here, groupId, person, what }) => {
    const { reader } = here.database;
    const row = await reader.group.findUniqueOrThrow({ where: { id: groupId } });
    const pending = await reader.step.findMany({
      where: { groupId, document: null, series: { not: 'closing' } },
      orderBy: { number: 'asc' },
    });
    const kept = pending.slice(what % 2).map(({ id, type }) => ({ id, type }));
    await perform(arrangeSequence, here, callBy(person), {
      ...{ group_id: groupId, version: row.sequenceVersion },
      steps: [...kept, ...(what % 3 === 0 ? [{ type: 'D' }] : [])],
    });
  },
  pause: (scene) => control(scene, pauseRun),
  resume: (scene) => control(scene, resumeRun),
  /** Rare, or every history would soon be without its step token. */
  revoke: async ({ here, maintainer, stepTokenId, what }) => {
    if (what !== 0) return;
    await perform(revokeToken, here, callBy(maintainer), { token_id: stepTokenId });
  },
  approve: (scene) => judge(scene, ['in_review'], approveDocument),
  request_revision: (scene) => judge(scene, ['in_review'], requestRevision, why(scene)),
  /** Rare as well: it stops a run for good. */
  reject: async (scene) =>
    scene.what % 4 === 0 ? judge(scene, ['in_review'], rejectDocument, why(scene)) : undefined,
  reopen: (scene) => judge(scene, ['approved', 'rejected'], reopenDocument, why(scene)),
  confirm: (scene) => judge(scene, ['approved'], confirmDocument),
  withdraw: (scene) => judge(scene, ['in_review', 'revision_requested'], withdrawDocument),
} as const satisfies Record<string, Deed>;

export type Verb = keyof typeof DEEDS;

const why = ({ serial }: Scene) => ({ reason: `Reason ${serial}.` });

/** On a document in one of these states, head or not: that is the gate's to say. */
async function judge(
  { here, groupId, person, what }: Scene,
  states: readonly string[],
  judging: Parameters<typeof perform>[0],
  more: object = {},
): Promise<void> {
  const where = { groupId, state: { in: [...states] } };
  const orderBy = { number: 'asc' } as const;
  const document = pick(await here.database.reader.document.findMany({ where, orderBy }), what);
  if (document === undefined) return;
  const { id: document_id, revision } = document;
  await perform(judging, here, callBy(person), { document_id, revision, ...more });
}

async function control(
  { here, groupId, person, what }: Scene,
  controlling: Parameters<typeof perform>[0],
): Promise<void> {
  const run = pick(await here.database.reader.run.findMany({ where: { groupId } }), what);
  if (run !== undefined) await perform(controlling, here, callBy(person), { run_id: run.id });
}

export function pick<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}
