/** A maintainer asks everybody in a project for a second factor: who has none can't act in it, nor can keys they made. */
import { DemandSecondFactorInput, SecondFactorDemandView } from '../../contracts/accounts-admin.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { demandSecondFactor as demand } from '../../store/people/second-factor-demands.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { requireOwnSecondFactor } from '../people/require-own-second-factor.ts';
import { readSecondFactorDemand } from './read-second-factor-demand.ts';

export const demandSecondFactor = action({
  name: 'demand_second_factor',
  input: DemandSecondFactorInput,
  output: SecondFactorDemandView,
  permission: 'project.change',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, { project, required }) {
    const { database, clock, announcer } = dependencies;
    if ((await findProject(database.reader, project)) === null) throw problems.notFound();
    if (required) await requireOwnSecondFactor(database.reader, call.caller);
    const now = clock.now();
    await database.inTransaction(async (transaction) => {
      const changed = await demand(transaction, project, required, now);
      const details = { changed: 'requiresSecondFactor', requires_second_factor: required };
      await appendEvents(transaction, {
        projectId: project,
        groupId: null,
        actor: actorOf(call.caller),
        at: now,
        events: changed ? [{ kind: 'project.changed', details }] : [],
      });
    });
    announcer.announce(project);
    return readSecondFactorDemand.run(dependencies, call, { project });
  },
});
