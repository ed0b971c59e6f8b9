/** One look at one revision: everything that can be seen of it is seen, then claims and checks are judged by that. */
import { createHash } from 'node:crypto';
import type { EvidenceInput } from '../../contracts/evidence.ts';
import type { Dependencies } from '../../dependencies.ts';
import { type ComparedFiles, compareFiles } from '../../gate/changed-files.ts';
import { standingOfClaim } from '../../gate/standings.ts';
import { CHECK_NAMES, type CheckName } from '../../gate/vocabulary.ts';
import { type AttachmentRow, readChunks } from '../../store/attachments/attachments.ts';
import type { TestReport } from '../../witness/case-counter.ts';
import { readTestReport, readTestReportFrom } from '../../witness/test-report.ts';
import type { RevisionContent } from '../documents/canonical-content.ts';
import type { ClaimFound, FilesFound, Findings } from './findings.ts';
import { judgeCheck } from './judge-checks.ts';
import { judgeEvidence, type Sight } from './judge-evidence.ts';
import { type Looked, lookAtClone } from './look-at-clone.ts';
import type { Observation } from './seen-by-ci.ts';

export interface LookedAt {
  readonly content: RevisionContent;
  readonly repository: string | null;
  /** Named by the document's gate: red sends it back. */
  readonly required: readonly string[];
  /** The project's own. */
  readonly advisory: readonly string[];
  readonly observations: readonly Observation[];
  readonly attachments: ReadonlyMap<string, AttachmentRow>;
  /** Where the task lets changes happen; null: it doesn't say. */
  readonly scope: readonly string[] | null;
  readonly ci: boolean;
}

export async function lookAtRevision(
  dependencies: Dependencies,
  subject: LookedAt,
): Promise<Findings> {
  const { content, repository, observations } = subject;
  const evidence = content.claims.flatMap((claim) => claim.evidence);
  const clone = await lookAtClone(dependencies, repository, evidence);
  const commits = commitsNamed(evidence);
  const sight: Sight = {
    ...{ clone, repository, observations, commits },
    testsOf: await testsIn(dependencies, evidence, subject.attachments),
    isIntact: await intactOnes(dependencies, evidence, subject.attachments),
  };
  const claims = content.claims.map((claim): ClaimFound => {
    const found = claim.evidence.map((piece) => judgeEvidence(piece, sight));
    const kinds = found.map(({ standing }, index) => ({
      kind: claim.evidence[index]?.kind ?? 'note',
      standing,
    }));
    return { standing: standingOfClaim(kinds), evidence: found };
  });
  const compared = filesCompared(subject, clone);
  const judged = {
    ...{ clone, observations, commits, claims, files: compared?.files ?? null },
    diffs: diffsOf(content, claims),
    ciMayCome: subject.ci && observations.length === 0,
  };
  const names = checksOf(subject);
  return {
    claims,
    checks: names.map((name) => judgeCheck(name, subject.required.includes(name), judged)),
    files: compared?.found ?? null,
    fingerprint: typeof clone === 'string' ? null : clone.fingerprint,
  };
}

function checksOf({ required, advisory }: LookedAt): readonly CheckName[] {
  return CHECK_NAMES.filter((name) => required.includes(name) || advisory.includes(name));
}

export function commitsNamed(evidence: readonly EvidenceInput[]): readonly string[] {
  return evidence.flatMap(({ kind, sha }) => (kind === 'commit' && sha ? [sha] : []));
}

function diffsOf({ claims }: RevisionContent, found: readonly ClaimFound[]) {
  return claims.flatMap((claim, at) =>
    claim.evidence.flatMap(({ kind }, index) => {
      const piece = found[at]?.evidence[index];
      return kind === 'diff' && piece !== undefined ? [piece] : [];
    }),
  );
}

/** Null: no named commit was seen, so nothing is known to have changed. */
function filesCompared(
  { content, scope }: LookedAt,
  clone: Looked,
): { readonly files: ComparedFiles; readonly found: FilesFound } | null {
  if (typeof clone === 'string') return null;
  const seen = clone.commits.flatMap((commit) => commit.seen ?? []);
  if (seen.length === 0) return null;
  const changed = [...new Set(seen.flatMap(({ files }) => files.map(({ path }) => path)))];
  const claimed = pathsIn(content.fields['changed_paths']);
  const files = compareFiles({ claimed, scope, changed });
  const prose = [content.body, ...content.claims.map(({ statement }) => statement)].join('\n');
  const listed = new Set(claimed === null ? changed : files.notClaimed);
  const unmentioned = changed.filter((path) => listed.has(path) && !prose.includes(path));
  return { files, found: { changed: changed.length, unmentioned: unmentioned.slice(0, 100) } };
}

/** Null: no list at all. */
export function pathsIn(field: unknown): readonly string[] | null {
  if (!Array.isArray(field)) return null;
  return field.filter((path): path is string => typeof path === 'string');
}

async function testsIn(
  { database: { reader } }: Dependencies,
  evidence: readonly EvidenceInput[],
  attachments: ReadonlyMap<string, AttachmentRow>,
): Promise<Sight['testsOf']> {
  const reports = new Map<EvidenceInput, TestReport | null>();
  for (const piece of evidence) {
    const { kind, format, content, attachment } = piece;
    if (kind !== 'test_run' || format === undefined) continue;
    const row = attachments.get(attachment ?? '');
    if (row) reports.set(piece, await readTestReportFrom(format, readChunks(reader, row)));
    else reports.set(piece, content === undefined ? null : readTestReport(format, content));
  }
  return (piece) => reports.get(piece) ?? null;
}

/** Hashed again from what is stored: a byte changed behind our back shows. */
async function intactOnes(
  { database: { reader } }: Dependencies,
  evidence: readonly EvidenceInput[],
  attachments: ReadonlyMap<string, AttachmentRow>,
): Promise<Sight['isIntact']> {
  const intact = new Set<string>();
  for (const named of new Set(evidence.flatMap(({ attachment }) => attachment ?? []))) {
    const row = attachments.get(named);
    if (row === undefined) continue;
    const hash = createHash('sha256');
    for await (const bytes of readChunks(reader, row)) hash.update(bytes);
    if (hash.digest('hex') === named) intact.add(named);
  }
  return (sha256) => intact.has(sha256);
}
