/** One transaction around a change to types or presets: one after the other in the whole installation, with its event in the right log. */
import type { Transaction } from '@flowgate/database';
import type { Call, Dependencies } from '../../dependencies.ts';
import { refuse } from '../../gate/refusals.ts';
import type { GateEvent } from '../../gate/ruling.ts';
import type { Place } from '../../identity/permissions.ts';
import { type Problem, problems } from '../../problems.ts';
import { type Actor, appendEvents, INSTALLATION_LOG } from '../../store/events/append-events.ts';
import { lockInstallation } from '../../store/installation/installation.ts';
import { findProject } from '../../store/projects/projects.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { actorOf } from '../actor-of.ts';

export type Scope = string;

/** A project's own, or the installation's. */
export function scopeOf(project: string | undefined): Scope {
  return project ?? EVERY_PROJECT;
}

/** Who changes what belongs to every project is an admin: nobody has a role there. */
export function placeOfScope({ project }: { readonly project?: string | undefined }): Place {
  return { projectId: scopeOf(project) };
}

export function projectOf(scope: Scope): string | null {
  return scope === EVERY_PROJECT ? null : scope;
}

export interface Changing {
  readonly transaction: Transaction;
  readonly now: Date;
  readonly by: Actor;
}

/**
 * Definitions name each other (a preset its types, an instruction its report), so changes take turns: each looks at what
 * is really there. They are rare. `work` returns the event to be logged and what the caller hears.
 */
export async function changeDefinitions<T>(
  { database, clock, announcer }: Dependencies,
  { caller }: Call,
  project: string | undefined,
  work: (changing: Changing) => Promise<{ readonly event: GateEvent | null; readonly answer: T }>,
): Promise<T> {
  if (project !== undefined && (await findProject(database.reader, project)) === null) {
    throw problems.notFound();
  }
  const log = project ?? INSTALLATION_LOG;
  const answer = await database.inTransaction(async (transaction) => {
    await lockInstallation(transaction);
    const changing = { transaction, now: clock.now(), by: actorOf(caller) };
    const done = await work(changing);
    await appendEvents(transaction, {
      projectId: log,
      groupId: null,
      actor: changing.by,
      at: changing.now,
      events: done.event === null ? [] : [done.event],
    });
    return done.answer;
  });
  announcer.announce(log);
  return answer;
}

export function refused(
  code: Parameters<typeof refuse>[0],
  params: Parameters<typeof refuse>[1] = {},
): Problem {
  return problems.refused(refuse(code, params).refusal);
}

/** Throws `definition_changed` when somebody was faster. */
export function requireSeen({ version }: { readonly version: number }, seen: number): void {
  if (version !== seen) throw refused('definition_changed', { seen, latest: version });
}
