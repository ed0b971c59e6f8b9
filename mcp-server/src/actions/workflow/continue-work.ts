/** What is my next step? The assignment with all it needs, or why there is none and what to do instead. */
import type { z } from 'zod';
import { ContinueWorkInput, ContinueWorkView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts, RunFacts } from '../../gate/facts.ts';
import type { Refusal } from '../../gate/ruling.ts';
import { advanceRun } from '../../gate/runs.ts';
import { documentAt, headOf, isClosing, remainingSteps } from '../../gate/sequence.ts';
import { admit } from '../../gate/submission.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { problems } from '../../problems.ts';
import { positionsOf } from '../../store/events/list-events.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { encodePosition } from '../cursors.ts';
import { gateAuthor } from '../gate-callers.ts';
import { placeOfBearer, placeOfGroup } from '../places.ts';
import { listReviews } from '../reviews/list-reviews.ts';
import { beginRunOf } from '../runs/begin-run-of.ts';
import { agentRunView } from '../runs/run-view.ts';
import { assignmentOf } from './assignment-of.ts';
import { listAssignments } from './list-assignments.ts';
import { nextAfterRefusal } from './next-after-refusal.ts';

type View = z.input<typeof ContinueWorkView>;

export const continueWork = action({
  name: 'continue_work',
  input: ContinueWorkInput,
  output: ContinueWorkView,
  permission: 'work.continue',
  place: ({ group }, call) => (group === undefined ? placeOfBearer(call) : placeOfGroup(group)),
  run: async (dependencies, call, { group }): Promise<View> => {
    const { caller } = call;
    if (caller.kind !== 'agent') throw problems.notPermitted();
    if (caller.token.scopes.includes('review'))
      return offerReviews(dependencies, call, caller, group);
    const groupId = group ?? caller.token.groupId;
    if (groupId === null) return chooseAssignment(dependencies, call, caller);
    return changeGroup(dependencies, call, groupId, {}, async (scene, now) => {
      const ruling = beginRunOf(dependencies, caller, scene.facts, now);
      if (!ruling.allowed) {
        const settled = await noWork(
          dependencies,
          call,
          caller,
          scene,
          scene.facts,
          ruling.refusal,
        );
        return { settled };
      }
      if (ruling.changes.length === 0) {
        return { settled: await answer(dependencies, call, caller, scene, scene.facts, now) };
      }
      return {
        ...requireAllowed(ruling),
        answer: ({ after }) => answer(dependencies, call, caller, scene, after, now),
      };
    });
  },
});

/** The same question a submission would be asked tells whether it is this agent's turn. */
async function answer(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
  scene: GroupScene,
  facts: GroupFacts,
  now: Date,
): Promise<View> {
  const head = headOf(facts);
  const document = head && documentAt(facts, head.id);
  const probe = {
    hash: '',
    cites: [],
    respondsTo: document?.openReasonIds ?? [],
    contradicted: false,
    ...(document?.state === 'revision_requested' ? { documentId: document.id } : {}),
  };
  const ruling = admit(facts, probe, gateAuthor(caller, facts), now);
  if (!ruling.allowed || head === null) {
    const refusal: Refusal = ruling.allowed
      ? { code: 'sequence_undecided', params: {} }
      : ruling.refusal;
    const run = runOf(facts, caller);
    if (head === null || isClosing(head) || run?.reason !== 'clarification_open') {
      return noWork(dependencies, call, caller, scene, facts, refusal);
    }
    // The first assignment already, so that the questions are about the work and not about what it may be.
    return {
      ...(await noWork(dependencies, call, caller, scene, facts, refusal)),
      assignment: await assignmentOf(dependencies, scene, facts, head, document),
      next: call.say.next('clarification_ask'),
    };
  }
  const assignment = await assignmentOf(dependencies, scene, facts, head, document);
  const run = runOf(facts, caller);
  return {
    assignment,
    run: run && agentRunView({ ...run, ...advanceRun(facts, run, now) }, call.say),
    remaining: remainingOf(facts, caller),
    cursor: await cursorOf(dependencies, facts.projectId),
    next:
      document === null
        ? call.say.next('assignment_submit', { type: head.type, tool: 'submit' })
        : call.say.next('assignment_revise', { document: document.id }),
  };
}

async function noWork(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
  { record }: GroupScene,
  facts: GroupFacts,
  refusal: Refusal,
): Promise<View> {
  const run = runOf(facts, caller);
  return {
    assignment: null,
    run: run && agentRunView(run, call.say),
    remaining: remainingOf(facts, caller),
    cursor: await cursorOf(dependencies, record.projectId),
    next: nextAfterRefusal(call.say, facts, caller.token, refusal),
  };
}

/** A token that reviews writes nothing, so no run begins. */
async function offerReviews(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
  group = caller.token.groupId ?? undefined,
): Promise<View> {
  const reviews = await listReviews(dependencies, caller, group);
  return {
    assignment: null,
    reviews,
    run: null,
    remaining: reviews.length,
    cursor: await cursorOf(dependencies, caller.token.projectId),
    next:
      reviews.length > 0
        ? call.say.next('reviews_choose')
        : call.say.next('reviews_none', group === undefined ? {} : { group }),
  };
}

async function chooseAssignment(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
): Promise<View> {
  const assignments = await listAssignments(dependencies, caller);
  return {
    assignment: null,
    assignments,
    run: null,
    remaining: assignments.length,
    cursor: await cursorOf(dependencies, caller.token.projectId),
    next: call.say.next(assignments.length > 0 ? 'assignments_choose' : 'waiting_for_people'),
  };
}

function runOf(facts: GroupFacts, { token }: AgentCaller): RunFacts | null {
  return facts.runs.find(({ tokenId }) => tokenId === token.id) ?? null;
}

function remainingOf(facts: GroupFacts, { token }: AgentCaller): number {
  const known = facts.tokens.find(({ id }) => id === token.id) ?? token;
  return known.state === 'ended' ? 0 : remainingSteps(facts, known).length;
}

async function cursorOf({ database }: Dependencies, projectId: string): Promise<string> {
  return encodePosition((await positionsOf(database.reader, [projectId])).get(projectId) ?? 0);
}
