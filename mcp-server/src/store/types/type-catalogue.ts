/** Document types and presets: an installation's own, and each project's beside them. What a version says never changes. */
import type { Reader } from '@flowgate/database';
import type { GatePolicy } from '../../gate/facts.ts';
import type { Language, Series } from '../../gate/vocabulary.ts';
import { fromJson } from '../json.ts';
import { type StoredPreset, type StoredType, wholePreset, wholeType } from './stored-content.ts';

/** The scope of what belongs to the installation. */
export const EVERY_PROJECT = '*';

export type InEveryLanguage = Readonly<Record<Language, string>>;

/** What a version says: the stored JSON. */
export interface TypeContent {
  readonly names: InEveryLanguage;
  /** What it is for, in one sentence. */
  readonly purposes: InEveryLanguage;
  /** Markdown for agents. */
  readonly guides: InEveryLanguage;
  readonly templates: InEveryLanguage;
  /** The heading over the acceptance criteria; null where a type has none. */
  readonly criteriaHeadings: InEveryLanguage | null;
  /** JSON Schema 2020-12 of the document's `fields`. */
  readonly fieldSchema: Readonly<Record<string, unknown>>;
  /** Null where nothing is gated. */
  readonly gate: GatePolicy | null;
  /** The report that comes with an instruction. */
  readonly reportType: string | null;
  /** Types that often come next: advice, no rule. */
  readonly follows: readonly string[];
}

export interface TypeDefinition extends TypeContent {
  readonly id: string;
  /** A project's id, or `*`. */
  readonly scope: string;
  readonly code: string;
  readonly series: Series;
  readonly builtIn: boolean;
  /** False: nothing new is made of it. */
  readonly active: boolean;
  readonly version: number;
  readonly sortOrder: number;
}

export interface PresetStep {
  readonly type: string;
  readonly note?: string | undefined;
  /** Set by whoever may set gates: taking the preset takes it along. */
  readonly gate?: GatePolicy | undefined;
}

export interface PresetContent {
  readonly names: InEveryLanguage;
  readonly descriptions: InEveryLanguage;
  /** In order, from the root to the final approval, reports included. */
  readonly steps: readonly PresetStep[];
}

export interface PresetDefinition extends PresetContent {
  readonly id: string;
  readonly scope: string;
  readonly code: string;
  readonly builtIn: boolean;
  readonly version: number;
  readonly sortOrder: number;
}

/** `projectId` null: only what belongs to the installation. A project's own stands before the installation's of the same code. */
export interface TypeCatalogue {
  current(projectId: string | null, code: string): Promise<TypeDefinition | null>;
  /** In their sort order. `all`: inactive ones too, where no active one of their code stands. */
  list(projectId: string | null, which?: 'active' | 'all'): Promise<TypeDefinition[]>;
  /** Usually no statement: what a version says is kept for ever. Throws a Defect when there is none. */
  at(typeId: string, version: number): Promise<TypeDefinition>;
  presets(projectId: string | null): Promise<PresetDefinition[]>;
}

type TypeRow = NonNullable<Awaited<ReturnType<Reader['documentType']['findFirst']>>>;

export function openTypeCatalogue(reader: Reader): TypeCatalogue {
  /** Never emptied: a handful of versions a year, of some kilobytes each. */
  const contents = new Map<string, TypeContent>();
  /** Id, scope, code and series of a type never change either. */
  const rows = new Map<string, TypeRow>();

  async function withContents(found: readonly TypeRow[]): Promise<TypeDefinition[]> {
    const missing = found.filter((row) => !contents.has(keyOf(row.id, row.version)));
    if (missing.length > 0) {
      const versions = await reader.documentTypeVersion.findMany({
        where: { OR: missing.map(({ id, version }) => ({ typeId: id, version })) },
      });
      for (const { typeId, version, content } of versions) {
        const stored = fromJson<StoredType>(content, `type ${typeId}@${version}`);
        contents.set(keyOf(typeId, version), wholeType(stored));
      }
    }
    for (const row of found) rows.set(row.id, row);
    return found.map((row) => definitionOf(row, row.version));
  }

  function definitionOf(row: TypeRow, version: number): TypeDefinition {
    const content = contents.get(keyOf(row.id, version));
    if (content === undefined) throw new Error(`type ${row.id} has no version ${version}`);
    const { id, scope, code, series, builtIn, active, sortOrder } = row;
    return {
      ...content,
      id,
      scope,
      code,
      series: series as Series,
      builtIn,
      active,
      version,
      sortOrder,
    };
  }

  async function rowOf(typeId: string): Promise<TypeRow> {
    const known =
      rows.get(typeId) ?? (await reader.documentType.findUnique({ where: { id: typeId } }));
    if (known === null) throw new Error(`there is no type ${typeId}`);
    rows.set(typeId, known);
    return known;
  }

  return {
    async current(projectId, code) {
      const found = await reader.documentType.findMany({
        where: { code, active: true, ...within(projectId) },
      });
      const [definition] = await withContents(nearest(found));
      return definition ?? null;
    },

    async list(projectId, which = 'active') {
      const found = await reader.documentType.findMany({
        where: { ...(which === 'all' ? {} : { active: true }), ...within(projectId) },
        orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }],
        take: TYPES_MAX,
      });
      const active = nearest(found.filter((row) => row.active));
      const codes = new Set(active.map(({ code }) => code));
      const resting = nearest(found.filter(({ code }) => !codes.has(code)));
      return withContents(inOrder([...active, ...resting]));
    },

    async at(typeId, version) {
      const row = await rowOf(typeId);
      if (!contents.has(keyOf(typeId, version))) await withContents([{ ...row, version }]);
      rows.set(typeId, row);
      return definitionOf(row, version);
    },

    async presets(projectId) {
      const found = await reader.preset.findMany({
        where: within(projectId),
        orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }],
        take: PRESETS_MAX,
      });
      return nearest(found).map(({ id, scope, code, builtIn, version, sortOrder, content }) => ({
        ...wholePreset(fromJson<StoredPreset>(content, `preset ${id}`)),
        id,
        scope,
        code,
        builtIn,
        version,
        sortOrder,
      }));
    },
  };
}

/** Nobody chooses from a longer list. */
const TYPES_MAX = 500;
const PRESETS_MAX = 200;

function inOrder(rows: readonly TypeRow[]): TypeRow[] {
  return rows.toSorted(
    (one, other) => one.sortOrder - other.sortOrder || (one.code < other.code ? -1 : 1),
  );
}

function keyOf(typeId: string, version: number): string {
  return `${typeId}@${version}`;
}

function within(projectId: string | null) {
  return { scope: { in: projectId === null ? [EVERY_PROJECT] : [EVERY_PROJECT, projectId] } };
}

/** Of two with the same code the project's own. */
function nearest<Row extends { readonly scope: string; readonly code: string }>(
  found: readonly Row[],
): Row[] {
  const own = new Set(found.filter(({ scope }) => scope !== EVERY_PROJECT).map(({ code }) => code));
  return found.filter(({ scope, code }) => scope !== EVERY_PROJECT || !own.has(code));
}
