/** Types and presets as they are written: a scope's rows with what they say, and who still needs them. */
import type { Reader, Transaction } from '@flowgate/database';
import type { Series } from '../../gate/vocabulary.ts';
import type { Actor } from '../events/append-events.ts';
import { fromJson } from '../json.ts';
import type { StoredPreset, StoredType } from './stored-content.ts';

export interface TypeRecord {
  readonly id: string;
  readonly scope: string;
  readonly code: string;
  readonly series: Series;
  readonly builtIn: boolean;
  readonly active: boolean;
  readonly sortOrder: number;
  readonly version: number;
  readonly stored: StoredType;
}

export interface PresetRecord {
  readonly id: string;
  readonly scope: string;
  readonly code: string;
  readonly builtIn: boolean;
  readonly sortOrder: number;
  readonly version: number;
  readonly stored: StoredPreset;
}

/** Without `scopes` those of every scope. Each with its latest version. */
export async function listTypeRecords(
  reader: Reader,
  scopes?: readonly string[],
): Promise<TypeRecord[]> {
  const rows = await reader.documentType.findMany({
    ...(scopes === undefined ? {} : { where: { scope: { in: [...scopes] } } }),
    orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }],
  });
  const versions = await reader.documentTypeVersion.findMany({
    where: { OR: rows.map(({ id, version }) => ({ typeId: id, version })) },
  });
  const contents = new Map(versions.map(({ typeId, content }) => [typeId, content]));
  return rows.map(({ series, ...row }) => ({
    ...row,
    series: series as Series,
    stored: fromJson<StoredType>(contents.get(row.id) ?? '', `type ${row.id}@${row.version}`),
  }));
}

export async function listPresetRecords(
  reader: Reader,
  scopes?: readonly string[],
): Promise<PresetRecord[]> {
  const rows = await reader.preset.findMany({
    ...(scopes === undefined ? {} : { where: { scope: { in: [...scopes] } } }),
    orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }],
  });
  return rows.map(({ content, ...row }) => ({
    ...row,
    stored: fromJson<StoredPreset>(content, `preset ${row.id}`),
  }));
}

export interface TypeVersionRecord {
  readonly version: number;
  readonly at: Date;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly stored: StoredType;
}

/** Newest first; `version` names one. */
export async function listTypeVersions(
  reader: Reader,
  typeId: string,
  { version, take }: { readonly version?: number | undefined; readonly take: number },
): Promise<TypeVersionRecord[]> {
  const rows = await reader.documentTypeVersion.findMany({
    where: { typeId, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
    take,
  });
  return rows.map(({ content, createdAt: at, ...row }) => ({
    version: row.version,
    at,
    authorId: row.authorId,
    authorName: row.authorName,
    stored: fromJson<StoredType>(content, `type ${typeId}@${row.version}`),
  }));
}

/** Whether a step or a document is of this type, withdrawn ones included. */
export async function isTypeUsed(reader: Reader, typeId: string): Promise<boolean> {
  const where = { where: { typeId }, select: { id: true } };
  return (
    (await reader.document.findFirst(where)) !== null ||
    (await reader.step.findFirst(where)) !== null
  );
}

interface Written {
  readonly now: Date;
  readonly by: Actor;
}

export async function insertType(
  transaction: Transaction,
  { stored, ...row }: Omit<TypeRecord, 'version' | 'builtIn'>,
  { now, by }: Written,
): Promise<void> {
  await transaction.documentType.create({
    data: {
      ...row,
      builtIn: false,
      version: 1,
      createdAt: now,
      versions: { create: { version: 1, createdAt: now, ...contentOf(stored, by) } },
    },
  });
}

/** The next version. Steps that wait for their document follow it; those that hold one keep the version it was judged under. */
export async function addTypeVersion(
  transaction: Transaction,
  { id, stored, active, sortOrder, version: seen }: TypeRecord,
  { now, by }: Written,
): Promise<void> {
  const version = seen + 1;
  await transaction.documentTypeVersion.create({
    data: { typeId: id, version, createdAt: now, ...contentOf(stored, by) },
  });
  await transaction.documentType.updateMany({
    where: { id },
    data: { version, active, sortOrder },
  });
  await transaction.step.updateMany({
    where: { typeId: id, document: { is: null }, group: { state: 'open' } },
    data: { typeVersion: version },
  });
}

export async function deleteType(transaction: Transaction, id: string): Promise<void> {
  await transaction.documentTypeVersion.deleteMany({ where: { typeId: id } });
  await transaction.documentType.deleteMany({ where: { id } });
}

export async function insertPreset(
  transaction: Transaction,
  { stored, ...row }: Omit<PresetRecord, 'version' | 'builtIn'>,
  now: Date,
): Promise<void> {
  const content = JSON.stringify(stored);
  await transaction.preset.create({
    data: { ...row, builtIn: false, version: 1, createdAt: now, content },
  });
}

export async function rewritePreset(
  transaction: Transaction,
  { id, stored, sortOrder, version }: PresetRecord,
): Promise<void> {
  const content = JSON.stringify(stored);
  await transaction.preset.updateMany({
    where: { id },
    data: { content, sortOrder, version: version + 1 },
  });
}

export async function deletePreset(transaction: Transaction, id: string): Promise<void> {
  await transaction.preset.deleteMany({ where: { id } });
}

function contentOf(stored: StoredType, { id, name }: Actor) {
  return { content: JSON.stringify(stored), authorId: id, authorName: name };
}
