/** Whose account a link opens. */
import type { Reader } from '@flowgate/database';
import { problems } from '../../problems.ts';
import type { LinkRow } from '../../store/people/one-time-links.ts';
import { findPerson, type PersonRow } from '../../store/people/people.ts';

/** Throws `link_invalid` when they are gone. */
export async function requireLinkOwner(reader: Reader, link: LinkRow): Promise<PersonRow> {
  const person = await findPerson(reader, link.personId ?? '');
  if (person === null || person.deactivatedAt !== null) throw problems.linkInvalid();
  return person;
}
