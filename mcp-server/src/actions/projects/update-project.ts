/** A maintainer changes a project's settings. Only what is named changes; naming what is so already changes nothing. */
import { ProjectChangedView, UpdateProjectInput } from '../../contracts/projects.ts';
import type { Dependencies } from '../../dependencies.ts';
import { GROUP_ATTEMPTS_MAX } from '../../gate/limits.ts';
import { type Fault, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import {
  findProject,
  type ProjectChange,
  type ProjectRow,
  updateProject as updateRow,
} from '../../store/projects/projects.ts';
import { beginRetention } from '../../store/projects/retention.ts';
import {
  storedTypeInstructions,
  typeInstructionsOf,
} from '../../store/projects/type-instructions.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { askWhoIsLeft } from './follow-owner.ts';
import { projectView } from './project-view.ts';
import { requireUnarchived } from './require-unarchived.ts';

export const updateProject = action({
  name: 'update_project',
  input: UpdateProjectInput,
  output: ProjectChangedView,
  permission: 'project.change',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, input) {
    const { database, clock, announcer } = dependencies;
    await requireKnownTypes(dependencies, input);
    for (let attempt = 0; attempt < GROUP_ATTEMPTS_MAX; attempt += 1) {
      const row = await findProject(database.reader, input.project);
      if (row === null) throw problems.notFound();
      const now = clock.now();
      const change = changeOf(row, input, now);
      const changed = Object.keys(change);
      if (changed.length === 0) return { project: projectView(row, call.caller) };
      // Bringing it back is the one thing that an archived project takes.
      if (change.archivedAt !== null) requireUnarchived(row);
      const written = await database.inTransaction(async (transaction) => {
        if (!(await updateRow(transaction, row.id, row.version, change))) return false;
        if (change.retentionDays) await beginRetention(transaction, row.id, now);
        await appendEvents(transaction, {
          projectId: row.id,
          groupId: null,
          actor: actorOf(call.caller),
          at: now,
          events: [{ kind: 'project.changed', details: detailsOf(row, change) }],
        });
        return true;
      });
      if (!written) continue;
      announcer.announce(row.id);
      // With four eyes others are asked than without.
      if (change.fourEyes !== undefined) await askWhoIsLeft(dependencies, call, row.id);
      return { project: projectView({ ...row, ...change } as ProjectRow, call.caller) };
    }
    throw problems.refused({ code: 'changed_meanwhile', params: {} });
  },
});

/** Instructions for a type that the project doesn't have would reach nobody. */
async function requireKnownTypes(
  { types }: Dependencies,
  { project, type_instructions: texts = {} }: Wanted & { readonly project: string },
): Promise<void> {
  if (Object.keys(texts).length === 0) return;
  const known = new Set((await types.list(project)).map(({ code }) => code));
  const faults = Object.entries(texts).flatMap(([code, text]): Fault[] =>
    known.has(code) || text === ''
      ? []
      : [{ path: `type_instructions.${code}`, code: 'type_unknown', params: {} }],
  );
  if (faults.length > 0) throw problems.inputInvalid(faults);
}

interface Wanted {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly four_eyes?: boolean | undefined;
  readonly unattended?: boolean | undefined;
  readonly instructions?: string | undefined;
  readonly type_instructions?: Readonly<Record<string, string>> | undefined;
  readonly archived?: boolean | undefined;
  readonly retention_days?: number | null | undefined;
}

/** Only the members whose value would really be another. */
function changeOf(row: ProjectRow, wanted: Wanted, now: Date): ProjectChange {
  const { title, language, instructions, unattended, four_eyes: fourEyes, archived } = wanted;
  const { retention_days: days } = wanted;
  const isArchived = row.archivedAt !== null;
  const typeInstructions = storedTypeInstructions({
    ...typeInstructionsOf(row.typeInstructions, row.id),
    ...wanted.type_instructions,
  });
  return {
    ...(title !== undefined && title !== row.title ? { title } : {}),
    ...(language !== undefined && language !== row.language ? { language } : {}),
    ...(instructions !== undefined && instructions !== row.instructions ? { instructions } : {}),
    ...(typeInstructions !== row.typeInstructions ? { typeInstructions } : {}),
    ...(unattended !== undefined && unattended !== row.unattended ? { unattended } : {}),
    ...(fourEyes !== undefined && fourEyes !== row.fourEyes ? { fourEyes } : {}),
    ...(archived !== undefined && archived !== isArchived
      ? { archivedAt: archived ? now : null }
      : {}),
    ...(days !== undefined && days !== row.retentionDays ? { retentionDays: days } : {}),
  };
}

/** Which settings changed, and the values of those that are no text. */
function detailsOf(row: ProjectRow, change: ProjectChange) {
  return {
    changed: Object.keys(change).join(' '),
    ...(change.fourEyes === undefined ? {} : { four_eyes: change.fourEyes }),
    ...(change.unattended === undefined ? {} : { unattended: change.unattended }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.archivedAt === undefined ? {} : { archived: change.archivedAt !== null }),
    ...(change.retentionDays === undefined ? {} : { retention_days: change.retentionDays }),
    version: row.version + 1,
  };
}
