/** An approved work plan becomes the sequence, in the transaction of its approval. */
import type { Dependencies } from '../../dependencies.ts';
import { apply } from '../../gate/apply.ts';
import type { Change, GateEvent } from '../../gate/ruling.ts';
import { problems } from '../../problems.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import type { Texts } from '../change-group.ts';
import { readContent } from '../documents/canonical-content.ts';
import { arrangePlan } from './arrange-plan.ts';

interface Approving {
  readonly changes: readonly Change[];
  readonly events: readonly GateEvent[];
  readonly texts?: Texts;
}

/**
 * What was decided, with the arrangement that follows where a plan is due. Throws the refusal or the faults that keep
 * its steps out of the sequence: then nothing is approved either.
 */
export async function pourPlan<D extends Approving>(
  dependencies: Dependencies,
  { facts }: GroupScene,
  decided: D,
): Promise<D> {
  const due = decided.changes.find((change) => change.kind === 'plan_due');
  if (due === undefined) return decided;
  const { changes, events, texts = {} } = decided;
  const after = apply(facts, changes);
  const plan = after.documents.find(({ id }) => id === due.documentId);
  if (plan === undefined) throw new Error(`plan ${due.documentId} is due and not there`);
  const content = texts.body?.content ?? (await contentOf(dependencies, plan.id, plan.revision));
  const { fields } = readContent(content, plan.id);
  const version = plan.plannedVersion ?? after.sequenceVersion;
  const { faults, ruling, types } = await arrangePlan(dependencies, after, fields, version);
  if (ruling === null) throw problems.inputInvalid(faults);
  if (!ruling.allowed) throw problems.refused(ruling.refusal);
  return {
    ...decided,
    changes: [...changes, ...ruling.changes],
    events: [...events, ...ruling.events],
    texts: { ...texts, types: new Map([...(texts.types ?? []), ...types]) },
  };
}

async function contentOf(
  { database: { reader } }: Dependencies,
  id: string,
  revision: number,
): Promise<string> {
  const row = await findRevision(reader, id, revision);
  if (row === null) throw new Error(`${id} has no revision ${revision}`);
  return row.content;
}
