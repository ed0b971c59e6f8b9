/** The run of a continuation or worker token in a group: it begins at the first `continue` or `submit`, with these limits. */
import type { Dependencies } from '../../dependencies.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import { RUN_REVISIONS_PER_STEP_MAX, RUN_SECONDS_MAX, RUN_STEPS_MAX } from '../../gate/limits.ts';
import type { Ruling } from '../../gate/ruling.ts';
import { beginRun } from '../../gate/run-commands.ts';
import type { Caller } from '../../identity/caller.ts';

const NOTHING: Ruling = { allowed: true, changes: [], events: [] };

/** People, step tokens and tokens with a run already begin none. */
export function beginRunOf(
  { newId }: Pick<Dependencies, 'newId'>,
  caller: Caller,
  group: GroupFacts,
  now: Date,
): Ruling {
  if (caller.kind !== 'agent') return NOTHING;
  const { token } = caller;
  if (token.kind !== 'continuation' && token.kind !== 'worker') return NOTHING;
  if (group.runs.some(({ tokenId }) => tokenId === token.id)) return NOTHING;
  const { limits } = token;
  const endsAt = new Date(now.getTime() + (limits?.runSeconds ?? RUN_SECONDS_MAX) * 1000);
  const terms = {
    id: newId(),
    stepsMax: limits?.runStepsMax ?? RUN_STEPS_MAX,
    revisionsMax: limits?.runRevisionsMax ?? RUN_REVISIONS_PER_STEP_MAX,
    endsAt,
  };
  return beginRun(group, token, terms, now);
}
