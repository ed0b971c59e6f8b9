/** Groups, documents and their verdicts, questions, runs. */
import { converse } from '../../actions/conversations/converse.ts';
import { listTurns } from '../../actions/conversations/list-turns.ts';
import { approveDocument } from '../../actions/documents/approve-document.ts';
import { confirmDocument } from '../../actions/documents/confirm-document.ts';
import { confirmDocuments } from '../../actions/documents/confirm-documents.ts';
import { diffDocument } from '../../actions/documents/diff-document.ts';
import { readAfterwards } from '../../actions/documents/read-afterwards.ts';
import { readDocument } from '../../actions/documents/read-document.ts';
import { readRevision } from '../../actions/documents/read-revision.ts';
import { rejectDocument } from '../../actions/documents/reject-document.ts';
import { reopenDocument } from '../../actions/documents/reopen-document.ts';
import { requestRevision } from '../../actions/documents/request-revision.ts';
import { undoHeldVerdict } from '../../actions/documents/undo-held-verdict.ts';
import { withdrawDocument } from '../../actions/documents/withdraw-document.ts';
import { writeDocument } from '../../actions/documents/write-document.ts';
import { answerQuestion } from '../../actions/questions/answer-question.ts';
import { askInGroup } from '../../actions/questions/ask-in-group.ts';
import { dismissQuestion } from '../../actions/questions/dismiss-question.ts';
import { listQuestions } from '../../actions/questions/list-questions.ts';
import { readQuestion } from '../../actions/questions/read-question.ts';
import { reassignQuestion } from '../../actions/questions/reassign-question.ts';
import { withdrawQuestion } from '../../actions/questions/withdraw-question.ts';
import { pauseRun, resumeRun, stopRun } from '../../actions/runs/control-run.ts';
import { listRuns } from '../../actions/runs/list-runs.ts';
import { readRun } from '../../actions/runs/read-run.ts';
import { arrangeSequence } from '../../actions/workflow/arrange-sequence.ts';
import { discardGroup } from '../../actions/workflow/discard-group.ts';
import { listGroups } from '../../actions/workflow/list-groups.ts';
import { listQueue } from '../../actions/workflow/list-queue.ts';
import { openGroup } from '../../actions/workflow/open-group.ts';
import { readGroup } from '../../actions/workflow/read-group.ts';
import { readTimeline } from '../../actions/workflow/read-timeline.ts';
import { updateGroup } from '../../actions/workflow/update-group.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const workRoutes: readonly Route[] = [
  route('get', '/groups', listGroups),
  route('post', '/projects/:project/groups', openGroup, CREATED),
  route('get', '/groups/:groupId', readGroup),
  route('patch', '/groups/:groupId', updateGroup),
  route('put', '/groups/:groupId/sequence', arrangeSequence),
  route('get', '/groups/:groupId/timeline', readTimeline),
  route('post', '/groups/:groupId/discard', discardGroup),
  route('post', '/groups/:groupId/confirmations', confirmDocuments),
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
  route('post', '/documents/:documentId/reading', readAfterwards),
  route('delete', '/verdicts/:verdictId', undoHeldVerdict),

  route('get', '/conversations/:documentId/turns', listTurns),
  route('post', '/conversations/:documentId/turns', converse, CREATED),

  route('post', '/groups/:groupId/questions', askInGroup, CREATED),
  route('get', '/questions', listQuestions),
  route('get', '/questions/:questionId', readQuestion),
  route('patch', '/questions/:questionId', reassignQuestion),
  route('post', '/questions/:questionId/answers', answerQuestion, CREATED),
  route('post', '/questions/:questionId/dismissal', dismissQuestion),
  route('post', '/questions/:questionId/withdrawal', withdrawQuestion),

  route('get', '/runs', listRuns),
  route('get', '/runs/:runId', readRun),
  route('post', '/runs/:runId/pause', pauseRun),
  route('post', '/runs/:runId/resume', resumeRun),
  route('post', '/runs/:runId/stop', stopRun),
];
