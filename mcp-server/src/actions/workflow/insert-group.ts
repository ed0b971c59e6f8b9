/** Writes a new group with its root in one transaction: number, rows, attention and events, or nothing. */
import type { Reader, Transaction } from '@flowgate/database';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import { attentionOf } from '../../gate/attention.ts';
import type { GatePolicy, GroupFacts } from '../../gate/facts.ts';
import type { Allowed } from '../../gate/ruling.ts';
import { groupIdOf } from '../../gate/vocabulary.ts';
import { faultAt, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { saltHashes } from '../../store/events/salted-hash.ts';
import { type BodyMaterial, type Material, NO_TEXTS } from '../../store/groups/material.ts';
import { sheetOf } from '../../store/groups/sheet-of.ts';
import { syncAttention } from '../../store/groups/sync-attention.ts';
import { writeSheet } from '../../store/groups/write-sheet.ts';
import { countJudges, type Judges, listJudges } from '../../store/projects/judges.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { actorOf } from '../actor-of.ts';
import { requireUnarchived } from '../projects/require-unarchived.ts';

type Types = NonNullable<ReadonlyMap<string, { typeId: string; typeVersion: number }>>;

export interface NewGroup {
  readonly projectId: string;
  readonly moduleName: string;
  readonly title: string;
  readonly rootType: TypeDefinition & { readonly gate: GatePolicy };
  readonly body: BodyMaterial & { readonly hash: string };
  /** Asked inside the transaction, once the group's number is known. Throws the gate's refusal. */
  readonly rule: (
    facts: GroupFacts,
    judges: Judges,
  ) => { readonly ruling: Allowed; readonly types: Types };
  readonly also: (transaction: Transaction, groupId: string) => Promise<void>;
}

/** Returns the new group's id. Throws `missing` for a module the project doesn't have. */
export async function insertGroup(
  dependencies: Dependencies,
  call: Call,
  opened: NewGroup,
): Promise<string> {
  const { database, announcer, clock, newId } = dependencies;
  const { projectId, rootType } = opened;
  const scene = await readProjectScene(database.reader, projectId);
  const moduleId = `${projectId}.${opened.moduleName}`;
  const groupId = await database.inTransaction(async (transaction) => {
    const now = clock.now();
    const number = await takeNumber(transaction, moduleId);
    const facts = factsOf(
      opened,
      scene,
      groupIdOf(moduleId, number),
      actorOf(call.caller).id,
      newId(),
    );
    await insertRows(transaction, opened, { facts, moduleId, number, now });
    const { ruling, types } = opened.rule(facts, scene.judges);
    const after = apply(facts, ruling.changes);
    const material = materialOf(dependencies, call, opened, facts, types, now);
    const sheet = sheetOf(ruling.changes, material);
    const told = saltHashes(ruling.events, sheet.revisions);
    await transaction.group.updateMany({ where: { id: facts.id }, data: sheet.group });
    await writeSheet(transaction, sheet, now);
    await syncAttention(transaction, { id: facts.id, projectId }, [], attentionOf(after), now);
    await opened.also(transaction, facts.id);
    await appendEvents(transaction, {
      projectId,
      groupId: facts.id,
      actor: material.actor,
      at: now,
      events: [{ kind: 'group.opened', details: { type: rootType.code } }, ...told],
    });
    return facts.id;
  });
  announcer.announce(projectId);
  return groupId;
}

interface ProjectScene {
  readonly project: { readonly fourEyes: boolean; readonly unattended: boolean };
  readonly judges: Judges;
}

/** Throws `not_found`, and `project_archived` for one that takes nothing more. */
async function readProjectScene(reader: Reader, projectId: string): Promise<ProjectScene> {
  const project = await reader.project.findUnique({ where: { id: projectId } });
  if (project === null) throw problems.notFound();
  requireUnarchived(project);
  return { project, judges: await listJudges(reader, projectId) };
}

/** The update holds the module's row until the commit: numbers are dense and never taken twice. */
async function takeNumber(transaction: Transaction, moduleId: string): Promise<number> {
  const counted = await transaction.module.updateMany({
    where: { id: moduleId },
    data: { groupCount: { increment: 1 } },
  });
  if (counted.count !== 1) throw faultAt('module', 'not_one_of', { allowed: 'default' });
  const { groupCount } = await transaction.module.findUniqueOrThrow({ where: { id: moduleId } });
  return groupCount;
}

function factsOf(
  { projectId, rootType }: NewGroup,
  { project, judges }: ProjectScene,
  id: string,
  ownerId: string,
  stepId: string,
): GroupFacts {
  const { code, series, gate } = rootType;
  return {
    id,
    projectId,
    state: 'open',
    ownerId,
    ownerMayJudge: judges.some(({ personId }) => personId === ownerId),
    reviewerIds: [],
    judges: countJudges(judges),
    fourEyes: project.fourEyes,
    unattended: project.unattended,
    documentCount: 0,
    sequenceVersion: 0,
    decided: false,
    steps: [{ id: stepId, number: 1, type: code, series, gate, assignee: null }],
    documents: [],
    questions: [],
    tokens: [],
    tokenIssuerIds: [],
    runs: [],
  };
}

interface Inserted {
  readonly facts: GroupFacts;
  readonly moduleId: string;
  readonly number: number;
  readonly now: Date;
}

async function insertRows(
  transaction: Transaction,
  { title, rootType }: NewGroup,
  { facts, moduleId, number, now }: Inserted,
): Promise<void> {
  await transaction.group.createMany({
    data: [
      {
        id: facts.id,
        projectId: facts.projectId,
        moduleId,
        number,
        title,
        state: 'open',
        ownerId: facts.ownerId,
        version: 1,
        documentCount: 0,
        questionCount: 0,
        sequenceVersion: 0,
        createdAt: now,
        updatedAt: now,
      },
    ],
  });
  await transaction.step.createMany({
    data: facts.steps.map((step) => ({
      ...step,
      groupId: facts.id,
      typeId: rootType.id,
      typeVersion: rootType.version,
      gate: JSON.stringify(step.gate),
    })),
  });
}

function materialOf(
  { newId }: Dependencies,
  { caller }: Call,
  { rootType, body }: NewGroup,
  facts: GroupFacts,
  types: Types,
  now: Date,
): Material {
  const verdictId = newId();
  return {
    now,
    actor: actorOf(caller),
    projectId: facts.projectId,
    groupId: facts.id,
    ...NO_TEXTS,
    body,
    before: facts,
    citingIds: new Set(),
    verdictIdOf: () => verdictId,
    typeVersionOf: (type) =>
      types.get(type) ?? { typeId: rootType.id, typeVersion: rootType.version },
  };
}
