/** Projects, their members, and the types and presets work is made of. */
import { z } from 'zod';
import {
  INSTRUCTIONS_CHARACTERS_MAX,
  RETENTION_DAYS_MAX,
  TYPE_INSTRUCTIONS_MAX,
} from '../gate/limits.ts';
import { ROLES, SERIES } from '../gate/vocabulary.ts';
import { language, line, name, projectSlug, text, time, typeCode } from './primitives.ts';

export const CreateProjectInput = z.strictObject({
  slug: projectSlug,
  title: name,
  language: language.optional(),
  four_eyes: z.boolean().optional(),
  unattended: z.boolean().optional(),
});
export const ProjectView = z.strictObject({
  slug: z.string(),
  title: z.string(),
  language,
  four_eyes: z.boolean(),
  unattended: z.boolean(),
  instructions: z.string(),
  /** Standing instructions for one type of document, by its code. */
  type_instructions: z.record(z.string(), z.string()),
  archived: z.boolean(),
  /** Texts are redacted so many days after their group has closed; null: kept. */
  retention_days: z.int().nullable(),
  created_at: time,
  role: z.enum(ROLES).nullable(),
});
export type ProjectView = z.infer<typeof ProjectView>;
export const ProjectChangedView = z.strictObject({ project: ProjectView });
export const ProjectInput = z.strictObject({ project: projectSlug });
export const ProjectListView = z.strictObject({
  projects: z.array(ProjectView),
});
export const UpdateProjectInput = z.strictObject({
  project: projectSlug,
  title: name.optional(),
  language: language.optional(),
  four_eyes: z.boolean().optional(),
  unattended: z.boolean().optional(),
  instructions: text(INSTRUCTIONS_CHARACTERS_MAX, 0).optional(),
  /** Of the types named; an empty text takes a type's away, and types not named stay as they are. */
  type_instructions: z
    .record(typeCode, text(INSTRUCTIONS_CHARACTERS_MAX, 0))
    .refine((texts) => Object.keys(texts).length <= TYPE_INSTRUCTIONS_MAX, {
      error: 'too_many_items',
    })
    .optional(),
  archived: z.boolean().optional(),
  retention_days: z.int().min(1).max(RETENTION_DAYS_MAX).nullable().optional(),
});

export const MemberView = z.strictObject({
  id: z.string(),
  username: z.string(),
  display_name: z.string(),
  role: z.enum(ROLES),
});
export const MemberListView = z.strictObject({ members: z.array(MemberView) });
export const SetMemberInput = z.strictObject({
  project: projectSlug,
  username: line(200),
  /** Null: no longer a member. */
  role: z.enum(ROLES).nullable(),
});

export const TypeView = z.strictObject({
  code: z.string(),
  name: z.string(),
  purpose: z.string(),
  series: z.enum(SERIES),
  version: z.int(),
  guide: z.string(),
  template: z.string(),
  fields: z.json(),
  gate: z.json(),
  report_type: z.string().nullable(),
  claims_required: z.boolean(),
  follows: z.array(z.string()),
});
export type TypeView = z.infer<typeof TypeView>;
export const ListTypesInput = z.strictObject({
  project: projectSlug.optional(),
});
export const TypeListView = z.strictObject({ types: z.array(TypeView) });
export const ReadTypeInput = z.strictObject({
  code: typeCode,
  project: projectSlug.optional(),
});
export const TypeReadView = z.strictObject({ type: TypeView });

export const PresetView = z.strictObject({
  code: z.string(),
  /** Null: the installation's. */
  project: z.string().nullable(),
  built_in: z.boolean(),
  name: z.string(),
  description: z.string(),
  root: z.string(),
  /** Type codes after the root; reports and the last AC are in it. */
  steps: z.array(z.string()),
});
export const PresetListView = z.strictObject({ presets: z.array(PresetView) });
