/** The account an admin means. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';
import { findPersonByName, type PersonRow } from '../../store/people/people.ts';

/** By name or address. Throws `not_found`. */
export async function requireAccount(reader: Reader, username: string): Promise<PersonRow> {
  const person = await findPersonByName(reader, username);
  if (person === null) throw problems.notFound();
  return person;
}
