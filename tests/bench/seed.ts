/** Fills a project with finished work, in bulk: one real group is made through the actions, the others are its copies. */
import type { Transaction } from '@flowgate/database';
import { perform } from '../../mcp-server/src/actions/action.ts';
import { writeDocument } from '../../mcp-server/src/actions/documents/write-document.ts';
import { openGroup } from '../../mcp-server/src/actions/workflow/open-group.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';
import type { PersonCaller } from '../../mcp-server/src/identity/caller.ts';
import { appendEvents } from '../../mcp-server/src/store/events/append-events.ts';
import { callBy } from '../support/house.ts';
import { REQUIREMENT, report, task } from './texts.ts';

/** R, T, TR and the final approval that waits. */
const DOCUMENTS_PER_GROUP = 4;
const GROUPS_PER_TRANSACTION = 100;

export const newGroup = (project: string) => ({
  project,
  title: 'Free shipping',
  root: { type: 'R', title: 'Free shipping', body: REQUIREMENT },
  preset: 'simple',
});

/** Until the project has at least `documents`. */
export async function seedDocuments(
  dependencies: Dependencies,
  person: PersonCaller,
  project: string,
  documents: number,
): Promise<void> {
  const call = callBy(person);
  const { group } = await perform(openGroup, dependencies, call, newGroup(project));
  await perform(writeDocument, dependencies, call, { group: group.id, ...task() });
  await perform(writeDocument, dependencies, call, { group: group.id, ...report() });
  const rows = await rowsOf(dependencies, group.id);
  const last = Math.ceil(documents / DOCUMENTS_PER_GROUP);
  for (let first = 2; first <= last; first += GROUPS_PER_TRANSACTION) {
    const numbers = range(first, Math.min(last, first + GROUPS_PER_TRANSACTION - 1));
    await dependencies.database.inTransaction((transaction) =>
      insertCopies(transaction, dependencies, person, rows, numbers),
    );
  }
  await dependencies.database.inTransaction((transaction) =>
    transaction.module.updateMany({ where: { projectId: project }, data: { groupCount: last } }),
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;

async function rowsOf({ database: { reader } }: Dependencies, groupId: string) {
  const where = { groupId };
  const ofDocuments = { documentId: { startsWith: `${groupId}.` } };
  return {
    groupId,
    group: await reader.group.findMany({ where: { id: groupId } }),
    step: await reader.step.findMany({ where }),
    document: await reader.document.findMany({ where }),
    revision: await reader.revision.findMany({ where: ofDocuments }),
    verdict: await reader.verdict.findMany({ where: ofDocuments }),
    criterion: await reader.criterion.findMany({ where: ofDocuments }),
    attention: await reader.attention.findMany({ where }),
  };
}

async function insertCopies(
  transaction: Transaction,
  { clock }: Dependencies,
  person: PersonCaller,
  rows: Rows,
  numbers: readonly number[],
): Promise<void> {
  const copies = numbers.map((number) => copyOf(rows, number));
  await transaction.group.createMany({ data: copies.flatMap(({ group }) => group) });
  await transaction.step.createMany({ data: copies.flatMap(({ step }) => step) });
  await transaction.document.createMany({ data: copies.flatMap(({ document }) => document) });
  await transaction.revision.createMany({ data: copies.flatMap(({ revision }) => revision) });
  await transaction.verdict.createMany({ data: copies.flatMap(({ verdict }) => verdict) });
  await transaction.criterion.createMany({ data: copies.flatMap(({ criterion }) => criterion) });
  await transaction.attention.createMany({ data: copies.flatMap(({ attention }) => attention) });
  // One entry a document; that they all name the first of these groups costs nobody anything.
  const [first] = copies;
  await appendEvents(transaction, {
    projectId: first?.group[0]?.projectId ?? '',
    groupId: first?.groupId ?? null,
    actor: { kind: 'person', id: person.id, name: person.name },
    at: clock.now(),
    events: copies
      .flatMap(({ document }) => document)
      .map(({ id }) => ({ kind: 'document.submitted', documentId: id })),
  });
}

/** The same rows under another number: every id in them, wherever it stands, is another one. */
function copyOf(rows: Rows, number: number): Rows {
  const groupId = rows.groupId.replace(/\d+$/, String(number).padStart(4, '0'));
  const opaque = [...rows.step, ...rows.verdict, ...rows.attention].map(({ id }) => id);
  let text = JSON.stringify(rows).replaceAll(rows.groupId, groupId);
  for (const id of opaque) text = text.replaceAll(id, `${id}-${number}`);
  const copy = JSON.parse(text) as Rows;
  return { ...copy, group: copy.group.map((group) => ({ ...group, number })) };
}
