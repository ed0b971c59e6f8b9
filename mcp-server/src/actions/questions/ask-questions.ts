/** Questions as they are asked: numbered in their group, bound to a step and to its document, with options that keep their ids. */
import type { Prisma } from '@flowgate/database';
import type { QuestionInput } from '../../contracts/submit.ts';
import type { Call } from '../../dependencies.ts';
import type { GroupFacts, QuestionFacts } from '../../gate/facts.ts';
import { ruleQuestion } from '../../gate/questions.ts';
import type { Change, GateEvent } from '../../gate/ruling.ts';
import { documentOf, headOf } from '../../gate/sequence.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { actorOf, personBehind } from '../actor-of.ts';
import { requireAllowed } from '../change-group.ts';

export interface Asking {
  readonly scene: GroupScene;
  /** The group as it stands when the questions come: after the document they were handed in with. */
  readonly facts: GroupFacts;
  /** The document they are about; null: the open step, which has none yet. */
  readonly documentId: string | null;
  /** They came with that very document, so its assumptions are theirs. */
  readonly inPassing?: boolean;
  /** Whom the asker means; without it routing decides. */
  readonly assigneeId?: string | null;
  readonly now: Date;
}

export interface Asked {
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
  readonly rows: ReadonlyMap<string, Prisma.QuestionCreateManyInput>;
}

/** Throws the gate's refusal. Without questions nothing is asked. */
export function askQuestions(call: Call, asked: readonly QuestionInput[], asking: Asking): Asked {
  if (asked.length === 0) return { changes: [], events: [], rows: new Map() };
  const questions = asked.map((input, index) => question(call, input, index, asking));
  const facts = questions.map(({ facts }) => facts);
  const ruling = requireAllowed(ruleQuestion(asking.facts, { verb: 'ask', questions: facts }));
  return { ...ruling, rows: new Map(questions.map(({ row }) => [row.id, row])) };
}

function question(call: Call, input: QuestionInput, index: number, asking: Asking) {
  const { scene, facts: group, documentId, inPassing = false, assigneeId = null, now } = asking;
  const number = scene.record.questionCount + index + 1;
  const actor = actorOf(call.caller);
  const blocking = input.blocking ?? true;
  const assumption = input.assumption ?? null;
  const facts: QuestionFacts = {
    id: `${group.id}-Q${number}`,
    stepId: documentOf(group, documentId ?? '')?.stepId ?? headOf(group)?.id ?? null,
    documentId,
    blocking,
    askedById: actor.id,
    issuerId: personBehind(call.caller),
    assigneeId,
    raised: 0,
    assumed: assumption !== null,
    assumedOn: inPassing && assumption !== null ? documentId : null,
  };
  const row: Prisma.QuestionCreateManyInput & { id: string } = {
    id: facts.id,
    projectId: group.projectId,
    groupId: group.id,
    stepId: facts.stepId,
    documentId,
    number,
    text: input.text,
    context: input.context ?? null,
    options: JSON.stringify(
      (input.options ?? []).map((label, place) => ({ id: `o${place + 1}`, label })),
    ),
    blocking,
    assumption,
    assumedOnId: facts.assumedOn,
    state: 'open',
    askedByKind: actor.kind,
    askedById: actor.id,
    askedByName: actor.name,
    issuerId: facts.issuerId,
    assigneeId,
    createdAt: now,
  };
  return { facts, row };
}
