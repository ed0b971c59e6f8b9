/** Whether there is anything to look at before people are asked. Without a look a submission costs nothing more. */
import type { SubmitDocumentInput } from '../../contracts/submit.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { documentOf, headOf } from '../../gate/sequence.ts';
import type { EvidenceKind, Series } from '../../gate/vocabulary.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { projectChecks } from './read-subject.ts';

const SEEN_IN_CLONE: readonly EvidenceKind[] = ['commit', 'diff'];

/** The gate it will wait at is its document's, its step's, or that of its type. */
export function isToBeLookedAt(
  input: SubmitDocumentInput,
  {
    facts,
    record,
    type,
  }: {
    readonly facts: GroupFacts;
    readonly record: GroupScene['record'];
    readonly type: TypeDefinition | null;
  },
): boolean {
  const named = input.document_id ? documentOf(facts, input.document_id) : null;
  const head = headOf(facts);
  const gate = named?.gate ?? (head?.type === type?.code ? head?.gate : type?.gate) ?? null;
  return needsLook(input, {
    series: type?.series,
    repository: record.projectRepository,
    projectChecks: projectChecks(record.projectChecks),
    gateChecks: gate?.checks ?? [],
  });
}

interface Ground {
  readonly series: Series | undefined;
  readonly repository: string | null;
  readonly projectChecks: readonly string[];
  /** Of the gate it will wait at. */
  readonly gateChecks: readonly string[];
}

function needsLook(
  { claims = [], fields = {} }: Pick<SubmitDocumentInput, 'claims' | 'fields'>,
  { series, repository, projectChecks, gateChecks }: Ground,
): boolean {
  if (gateChecks.length > 0) return true;
  if (series === 'report' && projectChecks.length > 0) return true;
  const evidence = claims.flatMap((claim) => claim.evidence);
  if (evidence.some(({ attachment }) => attachment !== undefined)) return true;
  if (repository === null) return false;
  return 'changed_paths' in fields || evidence.some(({ kind }) => SEEN_IN_CLONE.includes(kind));
}
