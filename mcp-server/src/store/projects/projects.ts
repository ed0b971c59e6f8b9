/** Projects. A project's slug is its id. */
import type { Reader, Transaction } from '@flowgate/database';
import { given } from '../given.ts';

export type ProjectRow = NonNullable<Awaited<ReturnType<typeof findProject>>>;

/** More are no list any more. */
export const PROJECTS_MAX = 1_000;
export const DEFAULT_MODULE = 'default';

export function findProject(reader: Reader, id: string) {
  return reader.project.findUnique({ where: { id } });
}

/** By title. `reach` null: all of them. */
export async function listProjects(
  reader: Reader,
  reach: readonly string[] | null,
  limit: number,
): Promise<ProjectRow[]> {
  if (reach?.length === 0) return [];
  return reader.project.findMany({
    where: reach === null ? {} : { id: { in: [...reach] } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

export interface NewProject {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly fourEyes: boolean;
  readonly unattended: boolean;
  readonly createdAt: Date;
}

/** With its first module. Violates a unique key when the slug is taken. */
export function insertProject(transaction: Transaction, project: NewProject): Promise<ProjectRow> {
  return transaction.project.create({
    data: {
      ...project,
      instructions: '',
      repository: null,
      version: 1,
      archivedAt: null,
      modules: {
        create: {
          id: `${project.id}.${DEFAULT_MODULE}`,
          name: DEFAULT_MODULE,
          groupCount: 0,
          createdAt: project.createdAt,
        },
      },
    },
  });
}

export interface ProjectChange {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly fourEyes?: boolean | undefined;
  readonly unattended?: boolean | undefined;
  readonly instructions?: string | undefined;
  readonly typeInstructions?: string | null | undefined;
  readonly archivedAt?: Date | null | undefined;
  readonly retentionDays?: number | null | undefined;
}

/** False: somebody has changed it since `version` was read. */
export async function updateProject(
  transaction: Transaction,
  id: string,
  version: number,
  change: ProjectChange,
): Promise<boolean> {
  const updated = await transaction.project.updateMany({
    where: { id, version },
    data: { ...given(change), version: { increment: 1 } },
  });
  return updated.count === 1;
}

/** What may be looked at, and which checks run. */
export async function setVerification(
  transaction: Transaction,
  id: string,
  { repository, checks }: { readonly repository: string | null; readonly checks: string | null },
): Promise<void> {
  await transaction.project.updateMany({
    where: { id },
    data: { repository, checks, version: { increment: 1 } },
  });
}

/** Takes the lock under which a project's members change. False: there is no such project. */
export async function lockProject(transaction: Transaction, id: string): Promise<boolean> {
  const locked = await transaction.project.updateMany({
    where: { id },
    data: { version: { increment: 1 } },
  });
  return locked.count === 1;
}
