/** A person answers in a thread: the turn passes to the other side. */
import { ReplyToThreadInput, ThreadChangedView } from '../../contracts/reviews.ts';
import { action } from '../action.ts';
import { changeThread, placeOfThread } from './change-thread.ts';

export const replyToThread = action({
  name: 'reply_to_thread',
  input: ReplyToThreadInput,
  output: ThreadChangedView,
  permission: 'document.write',
  place: placeOfThread,
  run: (dependencies, call, { thread_id: threadId, text }) =>
    changeThread(dependencies, call, { verb: 'reply', threadId, text }),
});
