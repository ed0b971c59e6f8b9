/** Document types as maintainers and admins write them: in every language, under a version. */
import { z } from 'zod';
import {
  GUIDE_CHARACTERS_MAX,
  NAME_CHARACTERS_MAX,
  TEMPLATE_CHARACTERS_MAX,
} from '../gate/limits.ts';
import { GATE_OPENERS, OWN_SERIES, ROLES, SERIES } from '../gate/vocabulary.ts';
import { FieldSchema } from './fields.ts';
import { GatePolicyInput } from './groups.ts';
import { ActorView, line, projectSlug, text, time, typeCode } from './primitives.ts';

const PURPOSE_CHARACTERS_MAX = 300;
const HEADING_CHARACTERS_MAX = 80;
const FOLLOWS_MAX = 20;
const SORT_ORDER_MAX = 10_000;

/** A text in one language or more; a reader of another hears the first there is. */
export const inLanguages = <T extends z.ZodType>(said: T) =>
  z
    .strictObject({ en: said.optional(), ko: said.optional(), ja: said.optional() })
    .refine((texts) => Object.values(texts).some((one) => one !== undefined), { error: 'missing' });

export const InLanguagesView = z.strictObject({
  en: z.string().optional(),
  ko: z.string().optional(),
  ja: z.string().optional(),
});
export type InLanguagesView = z.infer<typeof InLanguagesView>;

export const definitionVersion = z.int().min(1).max(1_000_000);
export const sortOrder = z.int().min(0).max(SORT_ORDER_MAX);

const content = {
  names: inLanguages(line(NAME_CHARACTERS_MAX)),
  purposes: inLanguages(line(PURPOSE_CHARACTERS_MAX)),
  guides: inLanguages(text(GUIDE_CHARACTERS_MAX)),
  templates: inLanguages(text(TEMPLATE_CHARACTERS_MAX)),
  criteria_headings: inLanguages(line(HEADING_CHARACTERS_MAX)).nullable(),
  fields: FieldSchema,
  gate: GatePolicyInput.nullable(),
  report_type: typeCode.nullable(),
  follows: z.array(typeCode).max(FOLLOWS_MAX),
  sort_order: sortOrder,
  active: z.boolean(),
};

export const CreateTypeInput = z.strictObject({
  /** Absent: for every project. */
  project: projectSlug.optional(),
  code: typeCode,
  series: z.enum(OWN_SERIES),
  ...content,
  criteria_headings: content.criteria_headings.optional(),
  fields: content.fields.optional(),
  gate: content.gate.optional(),
  report_type: content.report_type.optional(),
  follows: content.follows.optional(),
  sort_order: content.sort_order.optional(),
  active: content.active.optional(),
});
export type CreateTypeInput = z.output<typeof CreateTypeInput>;

/** Only what is named changes. */
export const UpdateTypeInput = z.strictObject({
  project: projectSlug.optional(),
  code: typeCode,
  /** The version that was edited. */
  version: definitionVersion,
  ...z.object(content).partial().shape,
});
export type UpdateTypeInput = z.output<typeof UpdateTypeInput>;

/** A type exactly in the scope named: the project's own, or the installation's. */
export const TypePlaceInput = z.strictObject({
  project: projectSlug.optional(),
  code: typeCode,
});
/** In a query: as text. */
export const queriedVersion = z.coerce.number().int().min(1).max(1_000_000);
export const ReadTypeDefinitionInput = z.strictObject({
  ...TypePlaceInput.shape,
  version: queriedVersion.optional(),
});
export const DeleteTypeInput = z.strictObject({
  ...TypePlaceInput.shape,
  /** The version that was looked at; absent: whatever it says now. */
  version: queriedVersion.optional(),
});

export const GatePolicyView = z.strictObject({
  by: z.enum(GATE_OPENERS),
  approvals: z.int(),
  roles: z.array(z.enum(ROLES)),
  checks: z.array(z.string()),
  unattended: z.boolean(),
  due_hours: z.int().nullable(),
  stand_in: z.string().nullable(),
});
export type GatePolicyView = z.infer<typeof GatePolicyView>;

export const TypeDefinitionView = z.strictObject({
  /** Null: the installation's. */
  project: z.string().nullable(),
  code: z.string(),
  series: z.enum(SERIES),
  built_in: z.boolean(),
  active: z.boolean(),
  sort_order: z.int(),
  /** The version shown. */
  version: z.int(),
  latest: z.int(),
  names: InLanguagesView,
  purposes: InLanguagesView,
  guides: InLanguagesView,
  templates: InLanguagesView,
  criteria_headings: InLanguagesView.nullable(),
  fields: z.json(),
  gate: GatePolicyView.nullable(),
  report_type: z.string().nullable(),
  follows: z.array(z.string()),
  /** A document or step has it: it can be deactivated, not deleted. */
  used: z.boolean(),
});
export type TypeDefinitionView = z.infer<typeof TypeDefinitionView>;
export const TypeDefinitionReadView = z.strictObject({ type: TypeDefinitionView });

/** Every type of a scope, the inactive ones too: what a page of types lists. */
export const TypeRowView = z.strictObject({
  project: z.string().nullable(),
  code: z.string(),
  name: z.string(),
  purpose: z.string(),
  series: z.enum(SERIES),
  built_in: z.boolean(),
  active: z.boolean(),
  version: z.int(),
  field_count: z.int(),
});
export type TypeRowView = z.infer<typeof TypeRowView>;
export const TypeRowListView = z.strictObject({ types: z.array(TypeRowView) });

export const TypeVersionView = z.strictObject({
  version: z.int(),
  at: time,
  /** Null: it came with the product. */
  by: ActorView.nullable(),
  /** Members that the version before said otherwise; empty for the first. */
  changed: z.array(z.string()),
});
export const TypeVersionListView = z.strictObject({ versions: z.array(TypeVersionView) });
