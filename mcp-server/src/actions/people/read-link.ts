/** What a link is for, so that its page can say so. It stays unused. */
import { type LinkPurpose, LinkView, ReadLinkInput } from '../../contracts/accounts.ts';
import type { Role } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { offerOf } from '../../store/people/one-time-links.ts';
import { findPerson } from '../../store/people/people.ts';
import { action } from '../action.ts';
import { requireLink } from './require-link.ts';

export const readLink = action({
  name: 'read_link',
  input: ReadLinkInput,
  output: LinkView,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { link: secret }) {
    const link = await requireLink(dependencies, call, secret);
    const purpose = link.purpose as LinkPurpose;
    const expires_at = link.expiresAt.toISOString();
    if (purpose === 'invitation') {
      const { email, displayName, project, role } = offerOf(link);
      const rest = { email, display_name: displayName, project, role: role as Role | null };
      return { purpose, username: null, ...rest, expires_at };
    }
    const person = await findPerson(dependencies.database.reader, link.personId ?? '');
    if (person === null || person.deactivatedAt !== null) throw problems.linkInvalid();
    const { username, email, displayName: display_name } = person;
    return { purpose, username, email, display_name, project: null, role: null, expires_at };
  },
});
