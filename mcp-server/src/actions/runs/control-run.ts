/** A person pauses, resumes or stops a run, at once. */
import type { z } from 'zod';
import { RunChangedView, RunInput } from '../../contracts/runs.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { RunVerb } from '../../gate/commands.ts';
import { ruleRun } from '../../gate/run-commands.ts';
import { problems } from '../../problems.ts';
import { countUnreadOf, findRun } from '../../store/runs/read-runs.ts';
import { action } from '../action.ts';
import { changeGroup, requireAllowed } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { placeOfGroup } from '../places.ts';
import { runView } from './run-view.ts';

export const pauseRun = controlling('pause');
export const resumeRun = controlling('resume');
export const stopRun = controlling('stop');

function controlling(verb: RunVerb) {
  return action({
    name: `${verb}_run`,
    input: RunInput,
    output: RunChangedView,
    permission: 'run.control',
    place: async ({ run_id }, _call, { database: { reader } }) => {
      const run = await reader.run.findUnique({ where: { id: run_id } });
      return run && placeOfGroup(run.groupId);
    },
    run: (dependencies, call, { run_id }) => control(dependencies, call, run_id, verb),
  });
}

async function control(
  dependencies: Dependencies,
  call: Call,
  runId: string,
  verb: RunVerb,
): Promise<z.input<typeof RunChangedView>> {
  const { reader } = dependencies.database;
  const before = await findRun(reader, runId);
  if (before === null) throw problems.notFound();
  return changeGroup(dependencies, call, before.groupId, {}, ({ facts }, now) => {
    const run = facts.runs.find(({ id }) => id === runId);
    if (run === undefined) throw problems.notFound();
    const by = gatePerson(call.caller, facts.projectId);
    return {
      ...requireAllowed(ruleRun(facts, run, verb, by, now)),
      answer: async () => {
        const after = await findRun(reader, runId);
        if (after === null) throw problems.notFound();
        return { run: runView(after, call, await countUnreadOf(reader, [after])) };
      },
    };
  });
}
