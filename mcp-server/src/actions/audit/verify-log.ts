/** Walks a log from its first entry to its newest and finds what was changed, removed, inserted, reordered or cut off. */
import {
  type LogVerifiedView,
  LogVerifiedView as Output,
  VerifyLogInput,
} from '../../contracts/audit.ts';
import { problems } from '../../problems.ts';
import { FIRST_PREVIOUS_HASH, hashOfEvent } from '../../store/events/append-events.ts';
import { type EventRow, listEventsAfter } from '../../store/events/list-events.ts';
import { findLog } from '../../store/events/read-log.ts';
import { action } from '../action.ts';

/** Read at a time: a log may be longer than memory. */
const PAGE_EVENTS = 1_000;

type LogFault = NonNullable<LogVerifiedView['fault']>;
type Earlier = { readonly position: number; readonly hash: string };

export const verifyLog = action({
  name: 'verify_log',
  input: VerifyLogInput,
  output: Output,
  permission: 'audit.read',
  place: ({ project }) => ({ projectId: project }),
  async run({ database }, _call, { project, earlier }) {
    // Read first: what is appended meanwhile lies behind this position and is left for the next time.
    const log = await findLog(database.reader, project);
    if (log === null) throw problems.notFound();
    const read = (after: number) =>
      listEventsAfter(database.reader, project, after, Math.min(PAGE_EVENTS, log.position - after));
    const fault = await findFault(read, log, earlier);
    return {
      project,
      intact: fault === null,
      position: log.position,
      head_hash: log.headHash,
      fault,
    };
  },
});

/** Null: every entry stands where it was written, as it was written. */
async function findFault(
  read: (after: number) => Promise<EventRow[]>,
  log: { readonly position: number; readonly headHash: string },
  earlier: Earlier | undefined,
): Promise<LogFault | null> {
  let [position, hash] = [0, FIRST_PREVIOUS_HASH];
  if (earlier !== undefined && earlier.position > log.position) {
    return { code: 'cut', position: log.position + 1 };
  }
  while (position < log.position) {
    const page = await read(position);
    if (page.length === 0) return { code: 'cut', position: position + 1 };
    for (const event of page) {
      const fault = faultOf(event, position + 1, hash, earlier);
      if (fault !== null) return fault;
      ({ position, hash } = event);
    }
  }
  return hash === log.headHash ? null : { code: 'cut', position: position + 1 };
}

function faultOf(
  event: EventRow,
  position: number,
  previousHash: string,
  earlier: Earlier | undefined,
): LogFault | null {
  if (event.position !== position) return { code: 'missing', position };
  if (event.previousHash !== previousHash) return { code: 'inserted', position };
  if (event.hash !== hashOfEvent(event)) return { code: 'altered', position };
  const isEarlier = earlier?.position === position;
  return isEarlier && earlier.hash !== event.hash ? { code: 'replaced', position } : null;
}
