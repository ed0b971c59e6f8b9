/** Whom a question can be handed to: a member who may answer it. */
import type { Reader } from '@flowgate/database';
import { can, type Place } from '../../identity/permissions.ts';
import { asCaller } from '../../identity/person-caller.ts';
import { faultAt } from '../../problems.ts';
import { findActivePerson } from '../../store/people/find-active-person.ts';

/** The person's id. Throws `person_unknown` at `assignee`: who may not answer here is nobody to ask. */
export async function findAssignee(
  reader: Reader,
  place: Place,
  username: string,
): Promise<string> {
  const person = await findActivePerson(reader, { username });
  if (person === null || !can(asCaller(person), 'question.answer', place)) {
    throw faultAt('assignee', 'person_unknown');
  }
  return person.id;
}
