/** Ask instead of guessing: an agent registers questions, takes its own back, or, with the scope, answers others'. */
import type { z } from 'zod';
import { ClarifyInput, ClarifyView } from '../../contracts/questions.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import type { Change, GateEvent } from '../../gate/ruling.ts';
import { isClarifying } from '../../gate/runs.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';
import { type AgentCaller, callerKey } from '../../identity/caller.ts';
import { faultAt, problems } from '../../problems.ts';
import { findLatestCall, recordCall } from '../../store/calls/call-records.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { fromJson } from '../../store/json.ts';
import { action } from '../action.ts';
import { changeGroup, type Decided, requireAllowed } from '../change-group.ts';
import { encodePosition } from '../cursors.ts';
import { payloadHash } from '../documents/canonical-content.ts';
import { submissionGroup } from '../documents/submit-document.ts';
import { gateAnswerer } from '../gate-callers.ts';
import { placeOfBearer, placeOfDocument, placeOfGroup } from '../places.ts';
import { askQuestions } from './ask-questions.ts';
import { requireDocumentOf } from './require-document-of.ts';
import { checkAnswer, insertAnswer } from './store-answer.ts';

type View = z.input<typeof ClarifyView>;

export const clarify = action({
  name: 'clarify',
  input: ClarifyInput,
  output: ClarifyView,
  permission: 'question.clarify',
  place: (input, call) => {
    if (input.document_id !== undefined) return placeOfDocument(input.document_id);
    return input.group === undefined ? placeOfBearer(call) : placeOfGroup(input.group);
  },
  run: async (dependencies, call, input): Promise<View> => {
    const { caller } = call;
    if (caller.kind !== 'agent') throw problems.notPermitted();
    requireScopes(caller, input);
    const groupId = submissionGroup(call, input);
    const scope = { citations: (input.answers ?? []).length > 0 };
    return changeGroup(dependencies, call, groupId, scope, (scene, now) =>
      decide(dependencies, call, caller, input, scene, now),
    );
  },
});

/** Asking and answering are two scopes; an empty call is a mistake. */
function requireScopes({ token }: AgentCaller, input: ClarifyInput): void {
  const { questions = [], withdraw = [], answers = [] } = input;
  if (questions.length + withdraw.length + answers.length === 0) {
    throw faultAt('questions', 'missing');
  }
  if (questions.length + withdraw.length > 0 && !token.scopes.includes('clarify')) {
    throw problems.refused({ code: 'scope_missing', params: { scope: 'clarify' } });
  }
  if (answers.length > 0 && !token.scopes.includes('answer')) {
    throw problems.refused({ code: 'scope_missing', params: { scope: 'answer' } });
  }
}

async function decide(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
  input: ClarifyInput,
  scene: GroupScene,
  now: Date,
): Promise<Decided<View>> {
  const { reader } = dependencies.database;
  const subject = `${scene.facts.id} ${headOf(scene.facts)?.id ?? ''}`;
  const hash = payloadHash(input);
  const latest = await findLatestCall(reader, callerKey(caller), 'clarify', subject);
  if (latest?.payloadHash === hash) {
    const ids = fromJson<string[]>(latest.answer, 'a recorded answer');
    // A retry as long as nothing has happened to what it asked.
    if (ids.every((id) => scene.facts.questions.some((question) => question.id === id))) {
      const position = (await positionsOf(reader, [scene.facts.projectId])).get(
        scene.facts.projectId,
      );
      return { settled: viewOf(call, scene.facts, ids, input, position ?? 0, true) };
    }
  }
  const played = await playAll(dependencies, call, caller, input, scene, now);
  const ids = [...played.rows.keys()];
  return {
    changes: played.changes,
    events: played.events,
    texts: { questions: played.rows },
    also: async (transaction) => {
      for (const answer of input.answers ?? []) {
        await insertAnswer(transaction, dependencies.newId(), call, answer, now);
      }
      await recordCall(transaction, {
        id: dependencies.newId(),
        caller: callerKey(caller),
        action: 'clarify',
        subject,
        payloadHash: hash,
        answer: JSON.stringify(ids),
        now,
      });
    },
    answer: ({ after, position }) => viewOf(call, after, ids, input, position, false),
  };
}

/** Withdrawals first, then answers, then questions: each asked of the gate on what the one before left. */
async function playAll(
  { database: { reader } }: Dependencies,
  call: Call,
  caller: AgentCaller,
  input: ClarifyInput,
  scene: GroupScene,
  now: Date,
) {
  let facts = scene.facts;
  const changes: Change[] = [];
  const events: GateEvent[] = [];
  const play = (ruling: { changes: readonly Change[]; events: readonly GateEvent[] }) => {
    changes.push(...ruling.changes);
    events.push(...ruling.events);
    facts = apply(facts, ruling.changes);
  };
  for (const questionId of input.withdraw ?? []) {
    const command = { verb: 'withdraw', questionId, askedById: caller.token.id } as const;
    play(requireAllowed(ruleQuestion(facts, command)));
  }
  for (const [index, answer] of (input.answers ?? []).entries()) {
    await checkAnswer(reader, answer, `answers[${index}]`);
    const { question_id: questionId, agrees } = answer;
    const command = { verb: 'answer', questionId, agrees, by: gateAnswerer(caller) } as const;
    play(requireAllowed(ruleQuestion(facts, command)));
  }
  await requireDocumentOf(reader, facts, input.document_id);
  const head = headOf(facts);
  const documentId = input.document_id ?? (head && documentAt(facts, head.id)?.id) ?? null;
  const asked = askQuestions(call, input.questions ?? [], { scene, facts, documentId, now });
  play(asked);
  return { changes, events, rows: asked.rows };
}

function viewOf(
  { say }: Call,
  facts: GroupFacts,
  ids: string[],
  { withdraw = [] }: ClarifyInput,
  position: number,
  replayed: boolean,
): View {
  const clarifying = isClarifying(facts);
  const first = ids.find((id) => facts.questions.some((q) => q.id === id && q.blocking));
  const next =
    first !== undefined
      ? say.next('clarify_registered_blocking', { question: first })
      : ids.length > 0
        ? say.next('clarify_registered_open')
        : say.next(withdraw.length > 0 ? 'clarify_withdrawn' : 'clarify_answered');
  return {
    question_ids: ids,
    state: clarifying ? 'clarifying' : 'going_on',
    replayed,
    cursor: encodePosition(position),
    next,
  };
}
