/** Reviews: one sent whole, its draft, and the threads its comments start. */
import { listDocumentThreads } from '../../actions/reviews/list-threads.ts';
import { markThreadDone } from '../../actions/reviews/mark-thread-done.ts';
import { readDraft } from '../../actions/reviews/read-draft.ts';
import { replyToThread } from '../../actions/reviews/reply-to-thread.ts';
import { resolveThread } from '../../actions/reviews/resolve-thread.ts';
import { reviewDocument } from '../../actions/reviews/review-document.ts';
import { saveDraftOfReview } from '../../actions/reviews/save-draft.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const reviewRoutes: readonly Route[] = [
  route('post', '/reviews', reviewDocument, CREATED),
  route('get', '/documents/:documentId/draft', readDraft),
  route('put', '/documents/:documentId/draft', saveDraftOfReview),
  route('get', '/documents/:documentId/threads', listDocumentThreads),
  route('post', '/threads/:threadId/replies', replyToThread, CREATED),
  route('post', '/threads/:threadId/done', markThreadDone),
  route('post', '/threads/:threadId/resolution', resolveThread),
];
