/** The reasons of a negative verdict or a reopening: at least one, each with an id the answer will name. */
import type { z } from 'zod';
import type { ReasonedInput } from '../../contracts/documents.ts';
import type { Dependencies } from '../../dependencies.ts';
import { REASONS_PER_VERDICT_MAX } from '../../gate/limits.ts';
import { faultAt } from '../../problems.ts';

export interface Reasons {
  readonly ids: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Throws `reason_missing` for none. */
export function reasonsOf(
  { newId }: Dependencies,
  { reason, reasons = [] }: Pick<z.infer<typeof ReasonedInput>, 'reason' | 'reasons'>,
): Reasons {
  const all = [...(reason === undefined ? [] : [reason]), ...reasons];
  if (all.length === 0) throw faultAt('reason', 'reason_missing');
  if (all.length > REASONS_PER_VERDICT_MAX) {
    throw faultAt('reasons', 'too_many_items', { max: REASONS_PER_VERDICT_MAX });
  }
  const texts = new Map(all.map((text) => [newId(), text]));
  return { ids: [...texts.keys()], texts };
}
