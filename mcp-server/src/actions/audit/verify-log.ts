/** Walks a log from its first entry to its newest and finds what was changed, removed, inserted, reordered or cut off, in the texts it tells of too. */
import type { Reader } from '@flowgate/database';
import { LogVerifiedView, VerifyLogInput } from '../../contracts/audit.ts';
import { problems } from '../../problems.ts';
import { FIRST_PREVIOUS_HASH } from '../../store/events/append-events.ts';
import { listEventsAfter } from '../../store/events/list-events.ts';
import { findLog } from '../../store/events/read-log.ts';
import { action } from '../action.ts';
import { type BodyCheck, openBodyCheck } from './check-bodies.ts';
import { checkTurns } from './check-turns.ts';
import { entryFault } from './entry-fault.ts';
import { faultAt, type LogFault } from './log-fault.ts';

/** Read at a time: a log may be longer than memory. */
const PAGE_EVENTS = 1_000;

interface Earlier {
  readonly position: number;
  readonly hash: string;
}

export const verifyLog = action({
  name: 'verify_log',
  input: VerifyLogInput,
  output: LogVerifiedView,
  permission: 'audit.read',
  place: ({ project }) => ({ projectId: project }),
  async run({ database: { reader } }, _call, { project, earlier }) {
    // Read first: what is appended meanwhile lies behind this position and is left for the next time.
    const log = await findLog(reader, project);
    if (log === null) throw problems.notFound();
    const bodies = openBodyCheck(reader);
    const fault = await findFault(reader, log, earlierOf(earlier), bodies);
    return {
      project,
      intact: fault === null,
      position: log.position,
      head_hash: log.headHash,
      bodies_checked: bodies.checked,
      bodies_redacted: bodies.redacted,
      fault,
    };
  },
});

function earlierOf(text: string | undefined): Earlier | null {
  if (text === undefined) return null;
  const [position = '', hash = ''] = text.split(':');
  return { position: Number(position), hash };
}

interface Log {
  readonly projectId: string;
  readonly position: number;
  readonly headHash: string;
}

/** Null: every entry stands where it was written, as it was written. */
async function findFault(
  reader: Reader,
  log: Log,
  earlier: Earlier | null,
  bodies: BodyCheck,
): Promise<LogFault | null> {
  let [position, hash] = [0, FIRST_PREVIOUS_HASH];
  if (earlier !== null && earlier.position > log.position) return faultAt('cut', log.position + 1);
  while (position < log.position) {
    const take = Math.min(PAGE_EVENTS, log.position - position);
    const page = await listEventsAfter(reader, log.projectId, position, take);
    if (page.length === 0) return faultAt('cut', position + 1);
    for (const event of page) {
      const at = { position: position + 1, previousHash: hash };
      const fault = await entryFault(reader, event, at, log.position);
      if (fault !== null) return fault;
      if (earlier?.position === event.position && earlier.hash !== event.hash) {
        return faultAt('replaced', event.position);
      }
      ({ position, hash } = event);
    }
    const altered = (await bodies.check(page)) ?? (await checkTurns(reader, page));
    if (altered !== null) return altered;
  }
  if (hash !== log.headHash) return faultAt('cut', position + 1);
  return bodies.leftOver();
}
