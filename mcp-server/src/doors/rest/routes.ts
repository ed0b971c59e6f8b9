/** Every address of `/api/v1` and the action behind it. */
import { approveDocument } from '../../actions/documents/approve-document.ts';
import { confirmDocument } from '../../actions/documents/confirm-document.ts';
import { diffDocument } from '../../actions/documents/diff-document.ts';
import { readDocument } from '../../actions/documents/read-document.ts';
import { readRevision } from '../../actions/documents/read-revision.ts';
import { rejectDocument } from '../../actions/documents/reject-document.ts';
import { reopenDocument } from '../../actions/documents/reopen-document.ts';
import { requestRevision } from '../../actions/documents/request-revision.ts';
import { undoHeldVerdict } from '../../actions/documents/undo-held-verdict.ts';
import { withdrawDocument } from '../../actions/documents/withdraw-document.ts';
import { writeDocument } from '../../actions/documents/write-document.ts';
import { countUnread } from '../../actions/notifications/count-unread.ts';
import { listNotifications } from '../../actions/notifications/list-notifications.ts';
import { markNotificationsRead } from '../../actions/notifications/mark-notifications-read.ts';
import { createPerson } from '../../actions/people/create-person.ts';
import { listPeople } from '../../actions/people/list-people.ts';
import { readMe } from '../../actions/people/read-me.ts';
import { setUp } from '../../actions/people/set-up.ts';
import { signIn } from '../../actions/people/sign-in.ts';
import { signOut } from '../../actions/people/sign-out.ts';
import { updateMe } from '../../actions/people/update-me.ts';
import { createProject } from '../../actions/projects/create-project.ts';
import { listMembers } from '../../actions/projects/list-members.ts';
import { listPresets } from '../../actions/projects/list-presets.ts';
import { listProjects } from '../../actions/projects/list-projects.ts';
import { listTypes } from '../../actions/projects/list-types.ts';
import { readProject } from '../../actions/projects/read-project.ts';
import { readType } from '../../actions/projects/read-type.ts';
import { setMember } from '../../actions/projects/set-member.ts';
import { updateProject } from '../../actions/projects/update-project.ts';
import { answerQuestion } from '../../actions/questions/answer-question.ts';
import { dismissQuestion } from '../../actions/questions/dismiss-question.ts';
import { listQuestions } from '../../actions/questions/list-questions.ts';
import { pauseRun, resumeRun, stopRun } from '../../actions/runs/control-run.ts';
import { listRuns } from '../../actions/runs/list-runs.ts';
import { extendToken } from '../../actions/tokens/extend-token.ts';
import { issueToken } from '../../actions/tokens/issue-token.ts';
import { listTokens } from '../../actions/tokens/list-tokens.ts';
import { revokeToken } from '../../actions/tokens/revoke-token.ts';
import { arrangeSequence } from '../../actions/workflow/arrange-sequence.ts';
import { discardGroup } from '../../actions/workflow/discard-group.ts';
import { listGroups } from '../../actions/workflow/list-groups.ts';
import { listQueue } from '../../actions/workflow/list-queue.ts';
import { openGroup } from '../../actions/workflow/open-group.ts';
import { readGroup } from '../../actions/workflow/read-group.ts';
import { readTimeline } from '../../actions/workflow/read-timeline.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const routes: readonly Route[] = [
  route('post', '/setup', setUp, { session: 'begin', guarded: true, status: HTTP.created }),
  route('post', '/auth/login', signIn, { session: 'begin', guarded: true }),
  route('post', '/auth/logout', signOut, { session: 'end', status: HTTP.noContent }),
  route('get', '/me', readMe),
  route('patch', '/me', updateMe),
  route('get', '/users', listPeople),
  route('post', '/users', createPerson, CREATED),

  route('get', '/projects', listProjects),
  route('post', '/projects', createProject, CREATED),
  route('get', '/projects/:project', readProject),
  route('patch', '/projects/:project', updateProject),
  route('get', '/projects/:project/members', listMembers),
  route('put', '/projects/:project/members/:username', setMember),
  route('get', '/types', listTypes),
  route('get', '/types/:code', readType),
  route('get', '/presets', listPresets),

  route('get', '/groups', listGroups),
  route('post', '/projects/:project/groups', openGroup, CREATED),
  route('get', '/groups/:groupId', readGroup),
  route('put', '/groups/:groupId/sequence', arrangeSequence),
  route('get', '/groups/:groupId/timeline', readTimeline),
  route('post', '/groups/:groupId/discard', discardGroup),
  route('post', '/groups/:group/documents', writeDocument, CREATED),
  route('get', '/queue', listQueue),

  route('get', '/documents/:documentId', readDocument),
  route('get', '/documents/:documentId/revisions/:revision', readRevision),
  route('get', '/documents/:documentId/diff', diffDocument),
  route('post', '/documents/:documentId/revisions', writeDocument, CREATED),
  route('post', '/documents/:documentId/approval', approveDocument),
  route('post', '/documents/:documentId/revision-request', requestRevision),
  route('post', '/documents/:documentId/rejection', rejectDocument),
  route('post', '/documents/:documentId/reopening', reopenDocument),
  route('post', '/documents/:documentId/withdrawal', withdrawDocument),
  route('post', '/documents/:documentId/confirmation', confirmDocument),
  route('delete', '/verdicts/:verdictId', undoHeldVerdict),

  route('get', '/questions', listQuestions),
  route('post', '/questions/:questionId/answers', answerQuestion, CREATED),
  route('post', '/questions/:questionId/dismissal', dismissQuestion),

  route('get', '/runs', listRuns),
  route('post', '/runs/:runId/pause', pauseRun),
  route('post', '/runs/:runId/resume', resumeRun),
  route('post', '/runs/:runId/stop', stopRun),

  route('get', '/tokens', listTokens),
  route('post', '/tokens', issueToken, CREATED),
  route('post', '/tokens/:tokenId/extension', extendToken),
  route('delete', '/tokens/:tokenId', revokeToken),

  route('get', '/notifications', listNotifications),
  route('get', '/notifications/unread', countUnread),
  route('post', '/notifications/read', markNotificationsRead),
];
