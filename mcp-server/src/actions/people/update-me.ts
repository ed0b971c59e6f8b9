/** A person changes how they are named and how the app looks to them. */
import { SignedInView, UpdateMeInput } from '../../contracts/people.ts';
import { faultAt } from '../../problems.ts';
import { updatePerson } from '../../store/people/people.ts';
import { action } from '../action.ts';
import { personView } from './person-view.ts';
import { requirePerson } from './require-person.ts';

export const updateMe = action({
  name: 'update_me',
  input: UpdateMeInput,
  output: SignedInView,
  permission: 'self.change',
  place: () => ({}),
  async run({ database }, call, input) {
    const { id } = requirePerson(call.caller);
    if (input.time_zone !== undefined && !isTimeZone(input.time_zone)) {
      throw faultAt('time_zone', 'malformed', { expected: 'Area/City' });
    }
    const { display_name: displayName, language, theme, time_zone: timeZone } = input;
    const person = await database.inTransaction((transaction) =>
      updatePerson(transaction, id, { displayName, language, theme, timeZone }),
    );
    return { user: personView(person) };
  },
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
