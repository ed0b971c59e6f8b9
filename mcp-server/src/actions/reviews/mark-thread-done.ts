/** The author's side says that what a comment asks is done. */
import { SettleThreadInput, ThreadChangedView } from '../../contracts/reviews.ts';
import { action } from '../action.ts';
import { changeThread, placeOfThread } from './change-thread.ts';

export const markThreadDone = action({
  name: 'mark_thread_done',
  input: SettleThreadInput,
  output: ThreadChangedView,
  permission: 'document.write',
  place: placeOfThread,
  run: (dependencies, call, { thread_id: threadId, text }) =>
    changeThread(dependencies, call, { verb: 'mark_done', threadId, text }),
});
