/** What admins do with accounts, and what is asked of everybody. */
import { createPerson } from '../../actions/people/create-person.ts';
import { deactivatePerson } from '../../actions/people/deactivate-person.ts';
import { invitePerson } from '../../actions/people/invite-person.ts';
import { listPeople } from '../../actions/people/list-people.ts';
import { offerPasswordReset, offerSecondFactorReset } from '../../actions/people/offer-reset.ts';
import { reactivatePerson } from '../../actions/people/reactivate-person.ts';
import { readInstallation } from '../../actions/people/read-installation.ts';
import { unlockPerson } from '../../actions/people/unlock-person.ts';
import { updateAccount } from '../../actions/people/update-account.ts';
import { updateInstallation } from '../../actions/people/update-installation.ts';
import { withdrawInvitation } from '../../actions/people/withdraw-invitation.ts';
import { demandSecondFactor } from '../../actions/projects/demand-second-factor.ts';
import { readSecondFactorDemand } from '../../actions/projects/read-second-factor-demand.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const accountsRoutes: readonly Route[] = [
  route('get', '/users', listPeople),
  route('post', '/users', createPerson, CREATED),
  route('post', '/users/invitations', invitePerson, CREATED),
  route('delete', '/users/invitations/:invitationId', withdrawInvitation),
  route('patch', '/users/:username', updateAccount),
  route('post', '/users/:username/deactivation', deactivatePerson),
  route('post', '/users/:username/reactivation', reactivatePerson),
  route('post', '/users/:username/unlocking', unlockPerson),
  route('post', '/users/:username/password-reset', offerPasswordReset, CREATED),
  route('post', '/users/:username/second-factor-reset', offerSecondFactorReset, CREATED),

  route('get', '/installation', readInstallation),
  route('patch', '/installation', updateInstallation),
  route('get', '/projects/:project/second-factor', readSecondFactorDemand),
  route('put', '/projects/:project/second-factor', demandSecondFactor),
];
