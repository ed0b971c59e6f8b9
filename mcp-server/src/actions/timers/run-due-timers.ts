/** What is due now, by kind. Every process looks once a second; late is fine, twice impossible: each act is a change of its own that only one wins. */
import type { Call, Dependencies } from '../../dependencies.ts';
import { TIMERS_PER_TICK_MAX } from '../../gate/limits.ts';
import { ATTACHMENT_PURGE_TIMER } from '../../store/attachments/attachments.ts';
import { CHECKS_TIMER } from '../../store/evidence/findings.ts';
import { DEADLINE_TIMER } from '../../store/groups/sheet-of-deadlines.ts';
import { HELD_VERDICT_TIMER } from '../../store/groups/sheet-of-verdicts.ts';
import { QUESTION_TIMER, RUN_WATCH_TIMER } from '../../store/groups/sheet-of-workflow.ts';
import { PURGE_TIMER } from '../../store/people/purge.ts';
import { RETENTION_TIMER } from '../../store/projects/retention.ts';
import { TOKEN_EXPIRY_TIMER, TOKEN_REMINDER_TIMER } from '../../store/tokens/tokens.ts';
import { WEBHOOK_TIMER } from '../../store/webhooks/deliveries.ts';
import { purgeAttachment } from '../attachments/purge-attachment.ts';
import { verifyRevision } from '../evidence/verify-revision.ts';
import { queueDeliveries } from '../webhooks/queue-deliveries.ts';
import { applyHeldVerdict } from './apply-held-verdict.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { expireToken } from './expire-token.ts';
import { purgeSessions } from './purge-sessions.ts';
import { raiseOverdueQuestion } from './raise-overdue-question.ts';
import { redactOldTexts } from './redact-old-texts.ts';
import { remindOfToken } from './remind-of-token.ts';
import { watchDeadline } from './watch-deadline.ts';
import { watchRun } from './watch-run.ts';

/** `subject` is the timer's. Returns when to look again, or null when it is done. */
type Run = (dependencies: Dependencies, call: Call, subject: string) => Promise<Date | null>;

const RUNS: Readonly<Record<string, Run>> = {
  [HELD_VERDICT_TIMER]: applyHeldVerdict,
  [TOKEN_EXPIRY_TIMER]: expireToken,
  [TOKEN_REMINDER_TIMER]: remindOfToken,
  [QUESTION_TIMER]: raiseOverdueQuestion,
  [PURGE_TIMER]: purgeSessions,
  [RETENTION_TIMER]: redactOldTexts,
  [RUN_WATCH_TIMER]: watchRun,
  [DEADLINE_TIMER]: watchDeadline,
  [WEBHOOK_TIMER]: deliverWebhook,
  [ATTACHMENT_PURGE_TIMER]: purgeAttachment,
  [CHECKS_TIMER]: verifyRevision,
};

/** Runs at most `TIMERS_PER_TICK_MAX`; one that fails is logged and tried again at the next look. */
export async function runDueTimers(dependencies: Dependencies): Promise<void> {
  const { database, clock, log } = dependencies;
  await queueDeliveries(dependencies).catch((error) =>
    log.error({ err: error }, 'webhooks could not be told'),
  );
  const due = await database.reader.timer.findMany({
    where: { dueAt: { lte: clock.now() } },
    orderBy: { dueAt: 'asc' },
    take: TIMERS_PER_TICK_MAX,
  });
  for (const { id, kind, subject } of due) {
    try {
      const again = await RUNS[kind]?.(dependencies, systemCall(dependencies), subject);
      await database.inTransaction((transaction) =>
        again == null
          ? transaction.timer.deleteMany({ where: { id } })
          : transaction.timer.updateMany({ where: { id }, data: { dueAt: again } }),
      );
    } catch (error) {
      log.error({ err: error, timer: kind }, 'a timer failed');
    }
  }
}

export function systemCall({ newId, sentencesIn }: Dependencies): Call {
  return {
    caller: { kind: 'system' },
    say: sentencesIn('en'),
    requestId: newId(),
    address: '',
    userAgent: 'flowgate',
  };
}
