/** A person's account as it is shown. */
import type { PersonView, THEMES } from '../../contracts/people.ts';
import type { Language } from '../../gate/vocabulary.ts';
import type { PersonRow } from '../../store/people/people.ts';

export function personView(row: PersonRow): PersonView {
  return {
    id: row.id,
    username: row.username,
    display_name: row.displayName,
    email: row.email,
    is_admin: row.isAdmin,
    language: row.language as Language,
    theme: row.theme as (typeof THEMES)[number],
    time_zone: row.timeZone,
  };
}
