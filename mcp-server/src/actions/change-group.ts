/**
 * Every change in a group, by every door: read, ask the gate, write in one transaction, tell who waits. A group that
 * moved in between is read and asked about again, so rules that span rows can't be skewed.
 */
import type { Transaction } from '@flowgate/database';
import type { Call, Dependencies } from '../dependencies.ts';
import { apply } from '../gate/apply.ts';
import { attentionOf } from '../gate/attention.ts';
import type { GroupFacts } from '../gate/facts.ts';
import { GROUP_ATTEMPTS_MAX } from '../gate/limits.ts';
import type { Allowed, AttentionFacts, Change, GateEvent, Ruling } from '../gate/ruling.ts';
import { Problem, problems } from '../problems.ts';
import { type Actor, appendEvents } from '../store/events/append-events.ts';
import { saltHashes } from '../store/events/salted-hash.ts';
import { type Material, NO_TEXTS } from '../store/groups/material.ts';
import {
  type GroupScene,
  type GroupScope,
  groupMoved,
  readGroupScene,
} from '../store/groups/read-group.ts';
import { sheetOf } from '../store/groups/sheet-of.ts';
import { attentionId, syncAttention } from '../store/groups/sync-attention.ts';
import { lockGroup, writeSheet } from '../store/groups/write-sheet.ts';
import { writeNotifications } from '../store/notifications/write-notifications.ts';
import { actorOf } from './actor-of.ts';
import { closingMaterial } from './documents/closing-material.ts';
import { notificationsOf } from './notifications-of.ts';
import { pourPlan } from './workflow/pour-plan.ts';

/** The texts that go with the changes; what a command doesn't have stays out. */
export type Texts = Partial<
  Pick<
    Material,
    | 'body'
    | 'comment'
    | 'holdDueAt'
    | 'reasons'
    | 'responses'
    | 'threads'
    | 'replies'
    | 'findingsHash'
    | 'review'
    | 'questions'
    | 'closedBecause'
  >
> & {
  /** Types that no step of the group has yet. */
  readonly types?: ReadonlyMap<string, { readonly typeId: string; readonly typeVersion: number }>;
};

export interface Outcome {
  readonly before: GroupScene;
  readonly after: GroupFacts;
  /** Of the newest event in the project's log: what a waiting agent has heard. */
  readonly position: number;
}

export interface Decision<T> {
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
  readonly texts?: Texts;
  /** Rows beyond the changes, in the same transaction. */
  readonly also?: (transaction: Transaction, now: Date) => Promise<void>;
  /** What the rows of `also` change in the facts: a token issued or revoked decides who could act. */
  readonly reckon?: (after: GroupFacts) => GroupFacts;
  readonly answer: (outcome: Outcome) => T | Promise<T>;
}

/** `settled`: nothing is to be written, as for a retry of what was done already. */
export type Decided<T> = Decision<T> | { readonly settled: T };

export interface ChangeOptions extends GroupScope {
  /** Who acts, when it isn't the caller: a timer applies somebody's held verdict. */
  readonly actor?: Actor;
  /** Of what takes rights or verdicts back: an archived project takes that too. The gate refuses most else by itself. */
  readonly evenArchived?: true;
}

/** Throws `not_found`, the gate's refusal, or `changed_meanwhile` after five lost races. */
export async function changeGroup<T>(
  dependencies: Dependencies,
  call: Call,
  groupId: string,
  options: ChangeOptions,
  decide: (scene: GroupScene, now: Date) => Decided<T> | Promise<Decided<T>>,
): Promise<T> {
  const actor = options.actor ?? actorOf(call.caller);
  for (let attempt = 0; attempt < GROUP_ATTEMPTS_MAX; attempt += 1) {
    const now = dependencies.clock.now();
    const scene = await readScene(dependencies, call, groupId, now, options);
    const decided = await decideOnWhole(dependencies, scene, () => decide(scene, now));
    if (decided === null) continue;
    if ('settled' in decided) return decided.settled;
    const isLocked = scene.facts.archived === true && options.evenArchived !== true;
    if (isLocked && call.caller.kind !== 'system') {
      throw problems.refused({
        code: 'project_archived',
        params: { project: scene.record.projectId },
      });
    }
    const outcome = await commit(dependencies, scene, decided, actor, now);
    if (outcome !== null) {
      dependencies.announcer.announce(scene.record.projectId);
      return decided.answer(outcome);
    }
  }
  throw problems.refused({ code: 'changed_meanwhile', params: {} });
}

/**
 * The decision, or null where the group moved while it was read: a refusal judged on parts of two moments may be of
 * neither (a retry would hear that its token is spent, and not its first answer). A change is caught by its lock.
 */
async function decideOnWhole<T>(
  dependencies: Dependencies,
  scene: GroupScene,
  decide: () => Decided<T> | Promise<Decided<T>>,
): Promise<Decided<T> | null> {
  const { reader } = dependencies.database;
  try {
    const decided = await decide();
    return 'settled' in decided ? decided : await pourPlan(dependencies, scene, decided);
  } catch (refusal) {
    if (refusal instanceof Problem && (await groupMoved(reader, scene.record))) return null;
    throw refusal;
  }
}

/** The facts a change needs. Tokens always, the caller's too: attention says who could fill the head. */
export async function readScene(
  dependencies: Dependencies,
  { caller }: Call,
  groupId: string,
  now: Date,
  scope: GroupScope,
): Promise<GroupScene> {
  const whole = { judging: 'head', tokens: true, ...scope } as const;
  const scene = await readGroupScene(dependencies.database, groupId, now, whole);
  if (scene === null) throw problems.notFound();
  const { facts } = scene;
  if (caller.kind !== 'agent' || facts.tokens.some(({ id }) => id === caller.token.id))
    return scene;
  return { ...scene, facts: { ...facts, tokens: [...facts.tokens, caller.token] } };
}

/** The ruling, or its refusal as a Problem. */
export function requireAllowed(ruling: Ruling): Allowed {
  if (!ruling.allowed) throw problems.refused(ruling.refusal);
  return ruling;
}

/** Thrown inside a transaction to roll it back: somebody was faster. */
class LostRace extends Error {}

async function commit<T>(
  dependencies: Dependencies,
  scene: GroupScene,
  decision: Decision<T>,
  actor: Actor,
  now: Date,
): Promise<Outcome | null> {
  const { newId } = dependencies;
  const { record, facts } = scene;
  const applied = apply(facts, decision.changes);
  const after = decision.reckon?.(applied) ?? applied;
  const attention = { before: attentionOf(facts), after: attentionOf(after) };
  const material = await materialOf(dependencies, scene, after, decision, actor, now);
  const sheet = sheetOf(decision.changes, material);
  const events = saltHashes(decision.events, sheet.revisions);
  const place = { id: record.id, projectId: record.projectId, groupId: record.id };
  const concerned = notificationsOf(record, decision.events, fresh(record.id, attention), {
    before: facts,
    after,
  });
  try {
    const position = await dependencies.database.inTransaction(async (transaction) => {
      if (!(await lockGroup(transaction, record, sheet, now))) throw new LostRace();
      await writeSheet(transaction, sheet, now);
      await syncAttention(transaction, place, attention.before, attention.after, now);
      await decision.also?.(transaction, now);
      const seen = { position: record.logPosition, headHash: record.logHeadHash };
      const newest = await appendEvents(transaction, { ...place, actor, at: now, events, seen });
      // Only rows that nobody else can be waiting for come after the log's.
      const params = { title: record.title, actor: actor.name };
      const told = { ...place, position: newest };
      await writeNotifications(transaction, told, actor.id, concerned, params, { newId, now });
      return newest;
    });
    return { before: scene, after, position };
  } catch (error) {
    if (error instanceof LostRace) return null;
    throw error;
  }
}

async function materialOf<T>(
  dependencies: Dependencies,
  scene: GroupScene,
  after: GroupFacts,
  { changes, texts = {} }: Decision<T>,
  actor: Actor,
  now: Date,
): Promise<Material> {
  const { record, facts } = scene;
  const verdictIds = new Map<string, string>();
  const due = changes.find((change) => change.kind === 'closing_due');
  const { types, ...rest } = texts;
  return {
    ...NO_TEXTS,
    ...rest,
    ...(due
      ? {
          closing: await closingMaterial(dependencies, scene, after, due, {
            ...{ changes, actor, now, content: texts.body?.content },
          }),
        }
      : {}),
    now,
    actor,
    projectId: record.projectId,
    groupId: record.id,
    before: facts,
    citingIds: new Set(
      record.documents.filter(({ citeCount }) => citeCount > 0).map(({ id }) => id),
    ),
    typeVersionOf: (type) => {
      const known = types?.get(type) ?? record.steps.find((step) => step.type === type);
      if (known === undefined) throw new Error(`no version of type ${type} is known`);
      return { typeId: known.typeId, typeVersion: known.typeVersion };
    },
    verdictIdOf: (documentId) => {
      const id = verdictIds.get(documentId) ?? dependencies.newId();
      verdictIds.set(documentId, id);
      return id;
    },
  };
}

function fresh(
  groupId: string,
  { before, after }: { before: readonly AttentionFacts[]; after: readonly AttentionFacts[] },
): AttentionFacts[] {
  const old = new Set(before.map((facts) => attentionId(groupId, facts)));
  return after.filter((facts) => !old.has(attentionId(groupId, facts)));
}
