/** What every verdict does: read, ask the gate on exactly what was read, write, and show the document as it now stands. */
import type { Transaction } from '@flowgate/database';
import type { z } from 'zod';
import type { DocumentChangedView } from '../../contracts/documents.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupCommand } from '../../gate/commands.ts';
import { approvalsHave, approvalsNeeded } from '../../gate/judging.ts';
import { rule } from '../../gate/rule.ts';
import type { Actor } from '../../store/events/append-events.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { type ChangeOptions, changeGroup, requireAllowed, type Texts } from '../change-group.ts';
import { groupOfDocument } from '../places.ts';
import { documentSummary } from './document-summary.ts';
import { heldView } from './held-view.ts';
import { readDocumentRow } from './read-document-row.ts';

export interface Judging {
  readonly documentId: string;
  readonly command: (scene: GroupScene, now: Date) => GroupCommand;
  readonly texts?: (now: Date) => Texts;
  /** Whose act it is, when a timer does it for them. */
  readonly actor?: Actor;
  readonly scope?: ChangeOptions;
  /** Rows beyond the verdict's own, in its transaction. */
  readonly also?: (transaction: Transaction) => Promise<void>;
}

type Changed = z.input<typeof DocumentChangedView>;

export function judgeDocument(
  dependencies: Dependencies,
  call: Call,
  { documentId, command, texts, actor, scope, also }: Judging,
): Promise<Changed> {
  const options = { judging: [documentId], ...scope, ...(actor ? { actor } : {}) };
  return changeGroup(dependencies, call, groupOfDocument(documentId), options, (scene, now) => {
    const ruling = requireAllowed(rule(scene.facts, command(scene, now)));
    return {
      ...ruling,
      ...(texts ? { texts: texts(now) } : {}),
      ...(also ? { also } : {}),
      answer: ({ before: { record }, after: facts }) =>
        changedView(dependencies, call, documentId, { record, facts }),
    };
  });
}

export async function changedView(
  { database: { reader } }: Dependencies,
  call: Call,
  documentId: string,
  { record, facts }: GroupScene,
): Promise<Changed> {
  const row = await readDocumentRow(reader, documentId);
  const document = facts.documents.find(({ id }) => id === documentId);
  const held = await reader.heldVerdict.findFirst({ where: { documentId } });
  return {
    document: documentSummary(row, record.steps),
    approvals: {
      have: document ? approvalsHave(document) : 0,
      need: document?.gate ? approvalsNeeded(document.gate) : 0,
    },
    held: held && (await heldView(reader, held, call)),
  };
}
