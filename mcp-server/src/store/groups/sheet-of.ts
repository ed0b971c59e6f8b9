/** The whole table: every kind of change, and what it comes down to in rows. */
import type { Change } from '../../gate/ruling.ts';
import type { Material } from './material.ts';
import { Sheet, type Writer, type Writers } from './sheet.ts';
import { DOCUMENT_WRITERS } from './sheet-of-documents.ts';
import { THREAD_WRITERS } from './sheet-of-threads.ts';
import { VERDICT_WRITERS } from './sheet-of-verdicts.ts';
import { WORKFLOW_WRITERS } from './sheet-of-workflow.ts';

const WRITERS: Writers<Change['kind']> = {
  ...DOCUMENT_WRITERS,
  ...VERDICT_WRITERS,
  ...THREAD_WRITERS,
  ...WORKFLOW_WRITERS,
};

/** One transaction's rows for a ruling's changes and the texts that go with them. */
export function sheetOf(changes: readonly Change[], material: Material): Sheet {
  const sheet = new Sheet();
  for (const change of changes) {
    // The table maps each kind to the writer of that very kind; the compiler can't follow the pairing.
    const write = WRITERS[change.kind] as Writer<Change['kind']>;
    write(sheet, change, material);
  }
  return sheet;
}
