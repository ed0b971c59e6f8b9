/** What CI sends, read before it is stored: kinds that can be observed, test runs as numbers, attachments at hand. */
import type { z } from 'zod';
import {
  type EvidenceInput,
  OBSERVABLE_KINDS,
  type ObserveEvidenceInput,
} from '../../contracts/evidence.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { Fault } from '../../problems.ts';
import {
  type AttachmentRow,
  listAttachments,
  readChunks,
} from '../../store/attachments/attachments.ts';
import type { TestReport } from '../../witness/case-counter.ts';
import { readTestReport, readTestReportFrom } from '../../witness/test-report.ts';
import { isOwn } from '../attachments/place-of-attachment.ts';
import { checkEvidence } from '../documents/check-claims.ts';
import type { ObservedContent } from './seen-by-ci.ts';

export interface PreparedObservation {
  readonly content: ObservedContent;
  readonly attachmentId: string | null;
}

export async function prepareObservations(
  dependencies: Dependencies,
  call: Call,
  { evidence }: z.output<typeof ObserveEvidenceInput>,
): Promise<{ observations: readonly PreparedObservation[]; faults: readonly Fault[] }> {
  const { reader } = dependencies.database;
  const ids = evidence.flatMap(({ attachment }) => attachment ?? []);
  const rows = ids.length === 0 ? [] : await listAttachments(reader, ids);
  const observations: PreparedObservation[] = [];
  const faults: Fault[] = [];
  for (const [index, piece] of evidence.entries()) {
    const path = `evidence[${index}]`;
    const row = rows.find(({ id }) => id === piece.attachment);
    const own = faultsOf(piece, row, call, path);
    faults.push(...own);
    if (own.length > 0) continue;
    const tests = await testsOf(dependencies, piece, row);
    if (piece.kind === 'test_run' && tests === null) {
      const params = { format: piece.format ?? '' };
      faults.push({ path: `${path}.content`, code: 'test_run_unreadable', params });
    }
    // The numbers are kept and the report isn't, unless it is attached.
    const { content: _report, ...kept } = piece;
    observations.push({
      content: { evidence: { ...kept, attachment: row?.sha256 ?? undefined }, tests },
      attachmentId: row?.id ?? null,
    });
  }
  return { observations, faults };
}

function faultsOf(
  piece: EvidenceInput,
  row: AttachmentRow | undefined,
  call: Call,
  path: string,
): Fault[] {
  const kinds: readonly string[] = OBSERVABLE_KINDS;
  if (!kinds.includes(piece.kind)) {
    const params = { allowed: OBSERVABLE_KINDS.join(', ') };
    return [{ path: `${path}.kind`, code: 'not_one_of', params }];
  }
  const faults = checkEvidence(piece, path);
  if (piece.attachment === undefined) return faults;
  const at = `${path}.attachment`;
  if (row === undefined || !isOwn(call, row)) {
    faults.push({ path: at, code: 'attachment_unknown', params: {} });
  } else if (row.sha256 === null) {
    const params = { received: row.receivedBytes };
    faults.push({ path: at, code: 'attachment_unfinished', params });
  }
  return faults;
}

async function testsOf(
  { database: { reader } }: Dependencies,
  { kind, format, content }: EvidenceInput,
  row: AttachmentRow | undefined,
): Promise<TestReport | null> {
  if (kind !== 'test_run' || format === undefined) return null;
  if (row !== undefined) return readTestReportFrom(format, readChunks(reader, row));
  return content === undefined ? null : readTestReport(format, content);
}
