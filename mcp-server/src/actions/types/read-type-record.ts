/** The type a page of types means by a code: the project's own, else the installation's; inactive ones too. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';
import { listTypeRecords, type TypeRecord } from '../../store/types/definition-rows.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';

/** Throws `not_found`. */
export async function readTypeRecord(
  reader: Reader,
  project: string | null,
  code: string,
): Promise<TypeRecord> {
  const scopes = project === null ? [EVERY_PROJECT] : [EVERY_PROJECT, project];
  const found = (await listTypeRecords(reader, scopes)).filter((type) => type.code === code);
  const type = found.find(({ scope }) => scope !== EVERY_PROJECT) ?? found[0];
  if (type === undefined) throw problems.notFound();
  return type;
}
