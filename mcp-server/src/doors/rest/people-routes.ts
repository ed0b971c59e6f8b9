/** Who is knocking, and what is told to them: set-up, sessions, accounts, notifications. */
import { countUnread } from '../../actions/notifications/count-unread.ts';
import { listNotifications } from '../../actions/notifications/list-notifications.ts';
import { markNotificationsRead } from '../../actions/notifications/mark-notifications-read.ts';
import { createPerson } from '../../actions/people/create-person.ts';
import { listPeople } from '../../actions/people/list-people.ts';
import { readMe } from '../../actions/people/read-me.ts';
import { refreshSession } from '../../actions/people/refresh-session.ts';
import { setUp } from '../../actions/people/set-up.ts';
import { signIn } from '../../actions/people/sign-in.ts';
import { signOut } from '../../actions/people/sign-out.ts';
import { updateMe } from '../../actions/people/update-me.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const peopleRoutes: readonly Route[] = [
  route('post', '/setup', setUp, { session: 'begin', limit: 'signIns', status: HTTP.created }),
  route('post', '/auth/login', signIn, { session: 'begin', limit: 'signIns' }),
  route('post', '/auth/refresh', refreshSession, {
    session: 'begin',
    limit: 'refreshes',
    fromCookie: { member: 'refresh_token', cookie: 'refresh' },
  }),
  route('post', '/auth/logout', signOut, { session: 'end', status: HTTP.noContent }),
  route('get', '/me', readMe),
  route('patch', '/me', updateMe),
  route('get', '/users', listPeople),
  route('post', '/users', createPerson, CREATED),

  route('get', '/notifications', listNotifications),
  route('get', '/notifications/unread', countUnread),
  route('post', '/notifications/read', markNotificationsRead),
];
