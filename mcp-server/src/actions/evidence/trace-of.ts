/** The trace table of a group: every criterion with who claims it, on what evidence, and how it was judged. */
import type { z } from 'zod';
import type { TraceRowView } from '../../contracts/trace.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts } from '../../gate/facts.ts';
import { listFindings } from '../../store/evidence/findings.ts';
import { readContent } from '../documents/canonical-content.ts';
import { claimViews } from '../documents/claim-views.ts';
import { readChangedCriteria, targetsOf } from './changed-criteria.ts';
import { readFindings } from './findings.ts';

type Row = z.input<typeof TraceRowView>;
type Claim = Row['claims'][number];

interface Claimed {
  readonly claim: Claim;
  /** `<document id>.<number>` of each criterion it meets. */
  readonly meets: readonly string[];
  readonly task: string | null;
}

/** Content of revisions that are written in this very transaction, by document. */
export type Unwritten = ReadonlyMap<string, string>;

/** In the order of the sequence: the root's criteria first. */
export async function traceOf(
  dependencies: Dependencies,
  facts: GroupFacts,
  unwritten: Unwritten = new Map(),
): Promise<Row[]> {
  const { reader } = dependencies.database;
  const inOrder = facts.steps.flatMap(
    ({ id }) => facts.documents.find(({ stepId }) => stepId === id) ?? [],
  );
  const sources = inOrder.filter(({ series }) => series === 'root' || series === 'instruction');
  const criteria = await reader.criterion.findMany({
    where: { documentId: { in: sources.map(({ id }) => id) } },
    orderBy: [{ documentId: 'asc' }, { number: 'asc' }],
  });
  const bare = sources.filter(({ id }) => criteria.every(({ documentId }) => documentId !== id));
  const excused = await withoutCriteriaByType(dependencies, bare);
  const reports = inOrder.filter(({ series }) => series === 'report');
  const claimed = await claimsOf(dependencies, facts, reports, unwritten);
  return sources.flatMap((source): Row[] => {
    const own = criteria.filter(({ documentId }) => documentId === source.id);
    const name = source.series === 'root' ? 'R' : source.id.slice(facts.id.length + 1);
    if (excused.has(source.id)) return [];
    if (own.length === 0) {
      const none = { text: null, tasks: [], claims: [] };
      return [{ id: name, document_id: source.id, ...none, hole: 'no_criteria' }];
    }
    return own.map(({ number, text }) => {
      const meeting = claimed.filter(({ meets }) => meets.includes(`${source.id}.${number}`));
      const claims = meeting.map(({ claim }) => claim);
      const tasks = [...new Set(meeting.flatMap(({ task }) => task ?? []))];
      const id = `${name}.${number}`;
      return { id, document_id: source.id, text, tasks, claims, hole: holeIn(claims) };
    });
  });
}

/** An investigation asks; its type has no place for criteria, so none of them is missing. */
async function withoutCriteriaByType(
  { database: { reader }, types }: Dependencies,
  bare: readonly DocumentFacts[],
): Promise<ReadonlySet<string>> {
  if (bare.length === 0) return new Set();
  const rows = await reader.document.findMany({
    where: { id: { in: bare.map(({ id }) => id) } },
    select: { id: true, typeId: true, typeVersion: true },
  });
  const headings = await Promise.all(
    rows.map(async ({ id, typeId, typeVersion }) => ({
      id,
      asked: (await types.at(typeId, typeVersion)).criteriaHeadings !== null,
    })),
  );
  return new Set(headings.filter(({ asked }) => !asked).map(({ id }) => id));
}

/** One good claim is enough; a contradicted one is never outvoted. */
function holeIn(claims: readonly Claim[]): Row['hole'] {
  if (claims.length === 0) return 'no_claim';
  if (claims.some(({ standing }) => standing === 'contradicted')) return 'contradicted';
  const current = claims.filter(({ standing }) => standing !== 'outdated');
  if (current.length === 0) return 'outdated';
  return current.some(({ state }) => state === 'approved') ? null : 'not_approved';
}

async function claimsOf(
  dependencies: Dependencies,
  facts: GroupFacts,
  reports: readonly DocumentFacts[],
  unwritten: Unwritten,
): Promise<Claimed[]> {
  const { reader } = dependencies.database;
  const ids = reports.map(({ id }) => id);
  const [found, approvals] = await Promise.all([
    listFindings(reader, ids),
    reader.verdict.findMany({
      where: { documentId: { in: ids }, verb: 'approve', counts: true, voidedAt: null },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  const claimed: Claimed[] = [];
  for (const report of reports) {
    const { id, revision, state } = report;
    const content = unwritten.get(id) ?? (await contentOf(dependencies, id, revision));
    if (content === null) continue;
    const { claims } = readContent(content, `${id}@${revision}`);
    const row = found.find((one) => one.documentId === id && one.revision === revision);
    const views = claimViews(dependencies.sentencesIn('en'), claims, {
      findings: row ? readFindings(row.content, `${id}@${revision}`) : null,
      attachments: new Map(),
      criteriaChanged: await readChangedCriteria(dependencies, id, revision, claims),
    });
    const named = [...new Set(claims.flatMap(({ meets = [] }) => meets))];
    const targets = named.length === 0 ? new Map() : await targetsOf(reader, id, named);
    const by = approvals
      .filter((one) => one.documentId === id && one.revision === revision)
      .map(({ byName }) => byName);
    claimed.push(
      ...views.map((view, index) => ({
        claim: {
          ...{ document_id: id, revision, number: index + 1, statement: view.statement, state },
          standing: view.standing,
          evidence: view.evidence.map(({ kind, observed_by, standing }) => ({
            ...{ kind, standing, observed: observed_by === 'observed' },
          })),
          approved_by: by,
        },
        meets: view.meets.flatMap((name) => {
          const target: string | undefined = targets.get(name);
          return target === undefined ? [] : [`${target}.${name.slice(name.lastIndexOf('.') + 1)}`];
        }),
        task: instructionBefore(facts, report),
      })),
    );
  }
  return claimed;
}

async function contentOf({ database }: Dependencies, documentId: string, number: number) {
  const row = await database.reader.revision.findUnique({
    where: { documentId_number: { documentId, number } },
    select: { content: true },
  });
  return row?.content ?? null;
}

function instructionBefore(facts: GroupFacts, report: DocumentFacts): string | null {
  const at = facts.steps.findIndex(({ id }) => id === report.stepId);
  const step = facts.steps.slice(0, at).findLast(({ series }) => series === 'instruction');
  return facts.documents.find(({ stepId }) => stepId !== null && stepId === step?.id)?.id ?? null;
}
