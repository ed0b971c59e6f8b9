/** Where the checks of a document's latest revision stand. */
import type { z } from 'zod';
import type { ChecksView } from '../../contracts/evidence.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { ChecksState } from '../../gate/vocabulary.ts';
import { findFindings } from '../../store/evidence/findings.ts';
import { readDocumentRow } from '../documents/read-document-row.ts';
import { checksView } from './checks-view.ts';
import { readFindings } from './findings.ts';

export async function readChecks(
  { database: { reader } }: Dependencies,
  { say }: Call,
  documentId: string,
): Promise<z.input<typeof ChecksView>> {
  const { checks, revision } = await readDocumentRow(reader, documentId);
  const found = await findFindings(reader, documentId, revision);
  return checksView(say, checks as ChecksState | null, {
    findings: found && readFindings(found.content, `${documentId}@${revision}`),
    foundAt: found?.foundAt ?? null,
  });
}
