/** Whoever raised a thread, or a maintainer, closes it. It may take one line saying how. */
import { SettleThreadInput, ThreadChangedView } from '../../contracts/reviews.ts';
import { action } from '../action.ts';
import { changeThread, placeOfThread } from './change-thread.ts';

export const resolveThread = action({
  name: 'resolve_thread',
  input: SettleThreadInput,
  output: ThreadChangedView,
  permission: 'document.write',
  place: placeOfThread,
  run: (dependencies, call, { thread_id: threadId, text }) =>
    changeThread(dependencies, call, { verb: 'resolve', threadId, text }),
});
