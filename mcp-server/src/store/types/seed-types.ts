/** Brings what the product ships into the tables: what is missing, and a new version of what has changed since. */
import type { Database, Transaction } from '@flowgate/database';
import type { Series } from '../../gate/vocabulary.ts';
import { lockInstallation } from '../installation/installation.ts';
import type { StoredPreset } from './stored-content.ts';
import { EVERY_PROJECT, type InEveryLanguage, type TypeContent } from './type-catalogue.ts';

export interface SeededType extends TypeContent {
  readonly code: string;
  readonly series: Series;
  readonly sortOrder: number;
}

export interface SeededPreset {
  readonly code: string;
  readonly names: InEveryLanguage;
  readonly descriptions: InEveryLanguage;
  readonly steps: readonly string[];
}

/** What a version of ours looks like in the table: an admin's own edit lacks the mark, and is left alone. */
interface Shipped {
  readonly shipped?: true;
}

/** Idempotent, and safe in several processes at once. `newId` mints ids of new rows. Returns how many rows were written. */
export async function seedTypes(
  database: Database,
  types: readonly SeededType[],
  presets: readonly SeededPreset[],
  { newId, now }: { readonly newId: () => string; readonly now: Date },
): Promise<number> {
  return database.inTransaction(async (transaction) => {
    await lockInstallation(transaction);
    return (
      (await seedAllTypes(transaction, types, newId, now)) +
      (await seedAllPresets(transaction, presets, newId, now))
    );
  });
}

async function seedAllTypes(
  transaction: Transaction,
  types: readonly SeededType[],
  newId: () => string,
  now: Date,
): Promise<number> {
  const rows = await transaction.documentType.findMany({
    where: { scope: EVERY_PROJECT, code: { in: types.map(({ code }) => code) } },
    include: { versions: { orderBy: { version: 'desc' } } },
  });
  const stored = new Map(rows.map((row) => [row.code, row]));
  let written = 0;
  for (const { code, series, sortOrder, ...type } of types) {
    const content = shippedText(typeContent(type));
    const row = stored.get(code);
    if (row === undefined) {
      await transaction.documentType.create({
        data: {
          id: newId(),
          scope: EVERY_PROJECT,
          code,
          series,
          builtIn: true,
          active: true,
          sortOrder,
          version: 1,
          createdAt: now,
          versions: { create: { version: 1, content, createdAt: now } },
        },
      });
    } else {
      const current = row.versions.find(({ version }) => version === row.version);
      if (current === undefined || current.content === content || !isShipped(current.content))
        continue;
      await transaction.documentTypeVersion.create({
        data: { typeId: row.id, version: row.version + 1, content, createdAt: now },
      });
      await transaction.documentType.updateMany({
        where: { id: row.id },
        data: { version: row.version + 1, sortOrder },
      });
    }
    written += 1;
  }
  return written;
}

async function seedAllPresets(
  transaction: Transaction,
  presets: readonly SeededPreset[],
  newId: () => string,
  now: Date,
): Promise<number> {
  const rows = await transaction.preset.findMany({
    where: { scope: EVERY_PROJECT, code: { in: presets.map(({ code }) => code) } },
  });
  const stored = new Map(rows.map((row) => [row.code, row]));
  let written = 0;
  for (const [sortOrder, { code, names, descriptions, steps }] of presets.entries()) {
    const content = shippedText({ names, descriptions, steps });
    const row = stored.get(code);
    if (row === undefined) {
      await transaction.preset.create({
        data: {
          id: newId(),
          scope: EVERY_PROJECT,
          code,
          builtIn: true,
          sortOrder,
          version: 1,
          content,
          createdAt: now,
        },
      });
    } else {
      if (row.content === content || !isShipped(row.content)) continue;
      await transaction.preset.updateMany({
        where: { id: row.id },
        data: { content, sortOrder, version: { increment: 1 } },
      });
    }
    written += 1;
  }
  return written;
}

/** Named one by one, so that the text is the same whatever order the reader built them in. */
function typeContent(type: TypeContent): TypeContent {
  return {
    names: type.names,
    purposes: type.purposes,
    guides: type.guides,
    templates: type.templates,
    criteriaHeadings: type.criteriaHeadings,
    fieldSchema: type.fieldSchema,
    gate: type.gate,
    reportType: type.reportType,
    follows: type.follows,
  };
}

function shippedText(content: TypeContent | StoredPreset): string {
  return JSON.stringify({ ...content, shipped: true } satisfies Shipped);
}

function isShipped(content: string): boolean {
  return (JSON.parse(content) as Shipped).shipped === true;
}
