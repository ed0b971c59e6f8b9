/** Claims as they are shown: who observed each piece of evidence, on which commit, and how far it can be believed. */
import type { z } from 'zod';
import type {
  ClaimInput,
  ClaimView,
  EvidenceInput,
  EvidenceView,
  FileView,
} from '../../contracts/evidence.ts';
import type { Sentences } from '../../dependencies.ts';
import type { EvidenceStanding } from '../../gate/vocabulary.ts';
import type { AttachmentRow } from '../../store/attachments/attachments.ts';
import { readTestReport } from '../../witness/test-report.ts';
import type { EvidenceFound, Findings } from '../evidence/findings.ts';
import { sentenceOf } from '../evidence/sentence-of.ts';

export interface ClaimLight {
  /** Null: there was nothing to look at, or the look isn't over. */
  readonly findings: Findings | null;
  readonly attachments: ReadonlyMap<string, AttachmentRow>;
  /** Criteria, as claims name them, that read otherwise now. */
  readonly criteriaChanged: ReadonlySet<string>;
}

/** What an agent hands in is its word, until the server or CI has seen it itself. */
export function claimViews(
  say: Sentences,
  claims: readonly ClaimInput[],
  light: ClaimLight,
): z.input<typeof ClaimView>[] {
  return claims.map(({ statement, meets = [], evidence }, index) => {
    const found = light.findings?.claims[index];
    const changed = meets.filter((criterion) => light.criteriaChanged.has(criterion));
    const commit = evidence.find(({ kind }) => kind === 'commit')?.sha ?? null;
    return {
      statement,
      meets: [...meets],
      standing: standingNow(found?.standing ?? 'unverified', changed.length > 0),
      criteria_changed: changed,
      evidence: evidence.map((piece, place) =>
        evidenceView(say, piece, found?.evidence[place], { commit, light }),
      ),
    };
  });
}

/** What is untrue stays untrue; the rest was said of another criterion. */
function standingNow(standing: EvidenceStanding, criterionChanged: boolean): EvidenceStanding {
  return criterionChanged && standing !== 'contradicted' ? 'outdated' : standing;
}

function evidenceView(
  say: Sentences,
  piece: EvidenceInput,
  found: EvidenceFound | undefined,
  { commit, light }: { readonly commit: string | null; readonly light: ClaimLight },
): z.input<typeof EvidenceView> {
  const standing = found?.standing ?? 'unverified';
  const seen = standing === 'verified' || standing === 'outdated';
  const tests = found?.tests ?? inlineTests(piece);
  const file = light.attachments.get(piece.attachment ?? '');
  return {
    ...piece,
    observed_by: seen ? 'observed' : 'attested',
    on_commit: piece.sha ?? (seen ? seenOn(piece, found, commit) : commit),
    standing,
    finding: found?.finding ? sentenceOf(say, found.finding) : null,
    ...(tests ? { tests: { ...tests, cases: [...tests.cases] } } : {}),
    ...(file ? { file: fileView(file) } : {}),
  };
}

/** What CI saw was seen on CI's commit, whatever the claim names beside it. */
function seenOn(
  { kind }: EvidenceInput,
  found: EvidenceFound | undefined,
  commit: string | null,
): string | null {
  const sha = found?.finding?.params['sha'];
  const byCi = (kind === 'test_run' || kind === 'command') && typeof sha === 'string';
  return byCi && commit?.startsWith(sha) !== true ? sha : commit;
}

/** A run that was handed in inline is read where nothing was looked at. */
function inlineTests({ kind, format, content }: EvidenceInput) {
  if (kind !== 'test_run' || format === undefined || content === undefined) return null;
  return readTestReport(format, content);
}

export function fileView(row: AttachmentRow): FileView {
  return {
    id: row.id,
    name: row.fileName,
    media_type: row.mediaType ?? '',
    bytes: row.receivedBytes,
    sha256: row.sha256 ?? '',
  };
}
