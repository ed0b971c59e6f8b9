/** A review taken apart: what the gate asks for, and the texts that go with it. */
import type { ReviewDocumentInput } from '../../contracts/reviews.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { NewThread } from '../../gate/commands.ts';
import { REASONS_PER_VERDICT_MAX } from '../../gate/limits.ts';
import { faultAt } from '../../problems.ts';
import type { Texts } from '../change-group.ts';
import { placeComments, type Reviewed } from './place-comments.ts';

export type Review = Pick<ReviewDocumentInput, 'verdict' | 'summary' | 'reasons' | 'comments'>;

export interface ReviewParts {
  readonly threads: readonly NewThread[];
  readonly reasonIds: readonly string[];
  readonly texts: Pick<Texts, 'comment' | 'reasons' | 'threads'>;
}

/** Where faults stand in a person's input. */
const PATHS = { comments: 'comments', summary: 'summary' };

/**
 * With a negative verdict every `must` and every `question` is a reason and bears its thread's id; where there is no
 * reason at all, the summary is the reason. Throws `reason_missing`, `anchor_unknown`.
 */
export function partsOf(
  { newId }: Pick<Dependencies, 'newId'>,
  { verdict, summary, reasons = [], comments = [] }: Review,
  reviewed: Reviewed,
  paths: { readonly comments: string; readonly summary: string } = PATHS,
): ReviewParts {
  const placed = placeComments(newId, comments, reviewed, paths.comments);
  const negative = verdict === 'request_revision' || verdict === 'reject';
  const asking = placed.threads.filter(({ weight }) => weight === 'must' || weight === 'question');
  const given = new Map(
    negative
      ? [
          ...reasons.map((text) => [newId(), text] as const),
          ...asking.map(({ id }) => [id, placed.texts.get(id)?.text ?? ''] as const),
        ]
      : [],
  );
  const bySummary = negative && given.size === 0 && summary !== undefined;
  if (bySummary) given.set(newId(), summary);
  if (negative && given.size === 0) throw faultAt(paths.summary, 'reason_missing');
  if (given.size > REASONS_PER_VERDICT_MAX) {
    throw faultAt(paths.comments, 'too_many_items', { max: REASONS_PER_VERDICT_MAX });
  }
  return {
    threads: placed.threads,
    reasonIds: [...given.keys()],
    texts: {
      comment: bySummary ? null : (summary ?? null),
      reasons: given,
      threads: placed.texts,
    },
  };
}
