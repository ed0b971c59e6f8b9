/** Whoever was invited makes their account with the link, and is signed in. */
import { AcceptInvitationInput } from '../../contracts/accounts.ts';
import type { Language, Role } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { offerOf, useLink } from '../../store/people/one-time-links.ts';
import { insertPerson } from '../../store/people/people.ts';
import { insertSession } from '../../store/people/sessions.ts';
import { insertMembership } from '../../store/projects/members.ts';
import { findProject } from '../../store/projects/projects.ts';
import { action } from '../action.ts';
import { memberChanged } from '../projects/member-changed.ts';
import { logInInstallation } from './log-in-installation.ts';
import { newAccount, orTaken } from './new-account.ts';
import { requireLink } from './require-link.ts';
import { newSession, SignedIn, signedInWith } from './signed-in.ts';

export const acceptInvitation = action({
  name: 'accept_invitation',
  input: AcceptInvitationInput,
  output: SignedIn,
  permission: 'public',
  place: () => ({}),
  async run(dependencies, call, { link: secret, ...chosen }) {
    const { database } = dependencies;
    const link = await requireLink(dependencies, call, secret, 'invitation');
    const offer = offerOf(link);
    const input = {
      ...chosen,
      email: offer.email,
      display_name: chosen.display_name ?? offer.displayName ?? undefined,
      is_admin: offer.isAdmin,
      language: chosen.language ?? (offer.language as Language | null) ?? undefined,
    };
    const account = await newAccount(dependencies, input);
    const session = newSession(dependencies, call, account.id);
    // A project that is gone meanwhile keeps nobody out of the rest.
    const joins = offer.project !== null && (await findProject(database.reader, offer.project));
    const membership = joins ? { project: joins.id, role: offer.role as Role } : null;
    const actor = { kind: 'person', id: account.id, name: account.displayName } as const;
    const at = account.createdAt;
    const person = await orTaken(dependencies, input, () =>
      database.inTransaction(async (transaction) => {
        if (!(await useLink(transaction, 'invitation', link.secretHash, at))) {
          throw problems.linkInvalid();
        }
        const made = await insertPerson(transaction, account);
        await insertSession(transaction, session.row);
        if (membership !== null) {
          await insertMembership(transaction, {
            projectId: membership.project,
            personId: made.id,
            role: membership.role,
            createdAt: at,
          });
        }
        await logInInstallation(transaction, actor, at, [
          {
            kind: 'person.joined',
            details: { person: made.id, username: made.username, invitation: link.id },
          },
          { kind: 'person.signed_in', details: { session: session.row.id } },
        ]);
        if (membership !== null) {
          await appendEvents(transaction, {
            projectId: membership.project,
            groupId: null,
            actor,
            at,
            events: [memberChanged(made, null, membership.role)],
          });
        }
        return made;
      }),
    );
    return signedInWith(dependencies, person, session);
  },
});
