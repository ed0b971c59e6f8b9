/** A project as its members see it. */
import type { ProjectView } from '../../contracts/projects.ts';
import type { Language } from '../../gate/vocabulary.ts';
import type { Caller } from '../../identity/caller.ts';
import type { ProjectRow } from '../../store/projects/projects.ts';
import { typeInstructionsOf } from '../../store/projects/type-instructions.ts';

export function projectView(row: ProjectRow, caller: Caller): ProjectView {
  return {
    slug: row.id,
    title: row.title,
    language: row.language as Language,
    four_eyes: row.fourEyes,
    unattended: row.unattended,
    instructions: row.instructions,
    type_instructions: { ...typeInstructionsOf(row.typeInstructions, row.id) },
    archived: row.archivedAt !== null,
    retention_days: row.retentionDays,
    created_at: row.createdAt.toISOString(),
    role: caller.kind === 'person' ? (caller.roles.get(row.id) ?? null) : null,
  };
}
