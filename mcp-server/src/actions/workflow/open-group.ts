/** A person opens a unit of work with its root, and may decide its sequence in the same breath. */
import { isUniqueViolation, type Transaction } from '@flowgate/database';
import type { z } from 'zod';
import { GroupOpenedView, OpenGroupInput } from '../../contracts/groups.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import { arrangeSequence } from '../../gate/arrange.ts';
import type { GatePolicy, GroupFacts } from '../../gate/facts.ts';
import type { Allowed } from '../../gate/ruling.ts';
import { admit } from '../../gate/submission.ts';
import { documentIdOf } from '../../gate/vocabulary.ts';
import { callerKey } from '../../identity/caller.ts';
import { faultAt, problems } from '../../problems.ts';
import { findKeyedCall, recordCall } from '../../store/calls/call-records.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { requireAllowed } from '../change-group.ts';
import { canonicalContent, payloadHash } from '../documents/canonical-content.ts';
import { checkFields } from '../documents/check-fields.ts';
import { criteriaOf } from '../documents/markdown-outline.ts';
import { replaceCriteria } from '../documents/replace-criteria.ts';
import { observedFor } from '../evidence/observed-in.ts';
import { gatePerson } from '../gate-callers.ts';
import { arrangementOf, requireStandIns } from './arrange-sequence.ts';
import { insertGroup, type NewGroup } from './insert-group.ts';
import { piecesOf, stepsOfPreset } from './pieces-of.ts';
import { readGroupOpened } from './read-group-opened.ts';

type Opened = z.input<typeof GroupOpenedView>;

export const openGroup = action({
  name: 'open_group',
  input: OpenGroupInput,
  output: GroupOpenedView,
  permission: 'group.open',
  place: ({ project }) => ({ projectId: project }),
  run: async (dependencies, call, input): Promise<Opened> => {
    const replayed = await findReplayed(dependencies, call, input);
    if (replayed !== null) return readGroupOpened(dependencies, call, replayed);
    const type = await rootTypeOf(dependencies, input);
    const asked =
      input.preset === undefined
        ? input.steps
        : await stepsOfPreset(dependencies, input.project, input.preset);
    const pieces = asked && (await piecesOf(dependencies, input.project, asked));
    await requireStandIns(dependencies, input.project, asked ?? []);
    const observed = await observedFor(dependencies, input.project, pieces?.pieces ?? []);
    const body = bodyOf(call, input);
    const groupId = await insertOnce(dependencies, call, input, {
      projectId: input.project,
      moduleName: input.module ?? 'default',
      title: input.title,
      rootType: type,
      body,
      rule: (facts, judges) => {
        const root = ruleOnRoot(facts, call, type, body.hash, dependencies.clock.now());
        if (pieces === undefined) return { ruling: root, types: new Map() };
        const place = { projectId: input.project, judges };
        const arrangement = {
          ...arrangementOf(dependencies, call, place, pieces, 0),
          observed,
        };
        const after = apply(facts, root.changes);
        const sequence = requireAllowed(arrangeSequence(after, arrangement));
        return { ruling: both(root, sequence), types: pieces.types };
      },
      also: (transaction, id) => writeBeyond(transaction, dependencies, call, input, type, id),
    });
    return readGroupOpened(dependencies, call, groupId);
  },
});

/** Throws `type_unknown` or `type_not_a_root`, or the faults of its fields. */
async function rootTypeOf(
  { types }: Dependencies,
  { project, root }: OpenGroupInput,
): Promise<TypeDefinition & { readonly gate: GatePolicy }> {
  const type = await types.current(project, root.type);
  if (type === null) throw faultAt('root.type', 'type_unknown');
  const { gate } = type;
  if (type.series !== 'root' || gate === null) throw faultAt('root.type', 'type_not_a_root');
  const faults = checkFields(type, root.fields ?? {});
  if (faults.length > 0) {
    throw problems.inputInvalid(faults.map((fault) => ({ ...fault, path: `root.${fault.path}` })));
  }
  return { ...type, gate };
}

function bodyOf({ caller }: Call, input: OpenGroupInput): NewGroup['body'] {
  const title = input.root.title ?? input.title;
  const { content, hash } = canonicalContent({
    title,
    body: input.root.body,
    fields: input.root.fields ?? {},
    claims: [],
    cites: [],
    assumptions: [],
  });
  return {
    title,
    content,
    hash,
    bodyCharacters: input.root.body.length,
    claimCount: 0,
    payloadHash: payloadHash(input),
    authorName: actorOf(caller).name,
    runId: null,
  };
}

function ruleOnRoot(
  facts: GroupFacts,
  { caller }: Call,
  { code }: TypeDefinition,
  hash: string,
  now: Date,
): Allowed {
  const submission = { type: code, hash, cites: [], respondsTo: [], contradicted: false };
  return requireAllowed(admit(facts, submission, gatePerson(caller, facts.projectId), now));
}

function both(first: Allowed, second: Allowed): Allowed {
  return {
    allowed: true,
    changes: [...first.changes, ...second.changes],
    events: [...first.events, ...second.events],
  };
}

/** Of two calls under one key at the same moment one makes the group, and the other hears of it. */
async function insertOnce(
  dependencies: Dependencies,
  call: Call,
  input: OpenGroupInput,
  opened: NewGroup,
): Promise<string> {
  try {
    return await insertGroup(dependencies, call, opened);
  } catch (error) {
    const first = isUniqueViolation(error) ? await findReplayed(dependencies, call, input) : null;
    if (first === null) throw error;
    return first;
  }
}

async function findReplayed(
  { database: { reader } }: Dependencies,
  { caller }: Call,
  input: OpenGroupInput,
): Promise<string | null> {
  if (input.idempotency_key === undefined) return null;
  const first = await findKeyedCall(reader, callerKey(caller), 'open_group', input.idempotency_key);
  if (first === null) return null;
  if (first.payloadHash === payloadHash(input)) return first.answer;
  throw problems.refused({ code: 'idempotency_key_reused', params: {} });
}

async function writeBeyond(
  transaction: Transaction,
  { newId, clock }: Dependencies,
  { caller }: Call,
  input: OpenGroupInput,
  type: TypeDefinition,
  groupId: string,
): Promise<void> {
  if (type.criteriaHeadings !== null) {
    const criteria = criteriaOf(input.root.body, Object.values(type.criteriaHeadings));
    await replaceCriteria(transaction, documentIdOf(groupId, 1, type.code), criteria, true);
  }
  if (input.idempotency_key === undefined) return;
  await recordCall(transaction, {
    id: newId(),
    caller: callerKey(caller),
    action: 'open_group',
    key: input.idempotency_key,
    subject: input.project,
    payloadHash: payloadHash(input),
    answer: groupId,
    now: clock.now(),
  });
}
