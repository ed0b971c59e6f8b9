/** Who is knocking, and what is told to them: set-up, sessions, one's own account, notifications. */
import { countUnread } from '../../actions/notifications/count-unread.ts';
import { listNotifications } from '../../actions/notifications/list-notifications.ts';
import { markNotificationsRead } from '../../actions/notifications/mark-notifications-read.ts';
import { acceptInvitation } from '../../actions/people/accept-invitation.ts';
import { changePassword } from '../../actions/people/change-password.ts';
import { confirmSecondFactor } from '../../actions/people/confirm-second-factor.ts';
import { endOtherSessions } from '../../actions/people/end-other-sessions.ts';
import { endSession } from '../../actions/people/end-session.ts';
import { enterSecondFactor } from '../../actions/people/enter-second-factor.ts';
import { listSessions } from '../../actions/people/list-sessions.ts';
import { makeBackupCodes } from '../../actions/people/make-backup-codes.ts';
import { offerSecondFactor } from '../../actions/people/offer-second-factor.ts';
import { readLink } from '../../actions/people/read-link.ts';
import { readMe } from '../../actions/people/read-me.ts';
import { readSecondFactor } from '../../actions/people/read-second-factor.ts';
import { refreshSession } from '../../actions/people/refresh-session.ts';
import { removeSecondFactor } from '../../actions/people/remove-second-factor.ts';
import { resetPassword } from '../../actions/people/reset-password.ts';
import { resetSecondFactor } from '../../actions/people/reset-second-factor.ts';
import { setUp } from '../../actions/people/set-up.ts';
import { signIn } from '../../actions/people/sign-in.ts';
import { signOut } from '../../actions/people/sign-out.ts';
import { updateMe } from '../../actions/people/update-me.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };
const NOTHING_TO_SAY = { status: HTTP.noContent };

export const peopleRoutes: readonly Route[] = [
  route('post', '/setup', setUp, { session: 'begin', limit: 'signIns', status: HTTP.created }),
  route('post', '/auth/login', signIn, { session: 'begin', limit: 'signIns' }),
  route('post', '/auth/second-factor', enterSecondFactor, {
    session: 'begin',
    limit: 'signIns',
    fromCookie: { member: 'pending', cookie: 'second_factor' },
  }),
  route('post', '/auth/refresh', refreshSession, {
    session: 'begin',
    limit: 'refreshes',
    fromCookie: { member: 'refresh_token', cookie: 'refresh' },
  }),
  route('post', '/auth/logout', signOut, { session: 'end', status: HTTP.noContent }),
  route('post', '/auth/link', readLink, { limit: 'signIns' }),
  route('post', '/auth/invitation', acceptInvitation, {
    session: 'begin',
    limit: 'signIns',
    status: HTTP.created,
  }),
  route('post', '/auth/password-reset', resetPassword, { limit: 'signIns', ...NOTHING_TO_SAY }),
  route('post', '/auth/second-factor-reset', resetSecondFactor, {
    limit: 'signIns',
    ...NOTHING_TO_SAY,
  }),

  route('get', '/me', readMe),
  route('patch', '/me', updateMe),
  route('put', '/me/password', changePassword, NOTHING_TO_SAY),
  route('get', '/me/second-factor', readSecondFactor),
  route('post', '/me/second-factor', offerSecondFactor, CREATED),
  route('post', '/me/second-factor/confirmation', confirmSecondFactor),
  route('post', '/me/second-factor/removal', removeSecondFactor, NOTHING_TO_SAY),
  route('post', '/me/second-factor/backup-codes', makeBackupCodes, CREATED),
  route('get', '/me/sessions', listSessions),
  route('delete', '/me/sessions', endOtherSessions, { status: HTTP.ok }),
  route('delete', '/me/sessions/:sessionId', endSession),

  route('get', '/notifications', listNotifications),
  route('get', '/notifications/unread', countUnread),
  route('post', '/notifications/read', markNotificationsRead),
];
