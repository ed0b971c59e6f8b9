/** Every limit of the product, named once with its unit and its why. All doors use these. */

/** A document somebody can read in one sitting is far smaller; this only bounds the damage. */
export const BODY_CHARACTERS_MAX = 1_000_000;
export const TITLE_CHARACTERS_MAX = 200;
/** One call: a body, its claims and inline evidence, with JSON escapes. */
export const REQUEST_BYTES_MAX = 4 * 1024 * 1024;
export const REQUEST_DEPTH_MAX = 32;
export const CLAIMS_MAX = 100;
export const EVIDENCE_PER_CLAIM_MAX = 20;
/** What is longer is uploaded, and named by the evidence. */
export const EVIDENCE_CHARACTERS_MAX = 200_000;
/** A log of a long build fits; a film of it doesn't. */
export const ATTACHMENT_BYTES_MAX = 50 * 1024 * 1024;
/** One row of an attachment: what a process holds of it at once. */
export const ATTACHMENT_CHUNK_BYTES = 1024 * 1024;
/** An upload in crumbs would fill the table with rows. */
export const ATTACHMENT_CHUNKS_MAX = 500;
/** What no document names by then is purged. */
export const ATTACHMENT_UNNAMED_SECONDS = 24 * 3600;
/** Uploads of one caller that no document names yet; more is a store, not evidence. */
export const ATTACHMENTS_UNNAMED_MAX = 50;
export const ATTACHMENTS_PER_DOCUMENT_MAX = 20;
/** Shown in the page; the rest is downloaded. */
export const PREVIEW_CHARACTERS_MAX = 200_000;
/** Tests listed by name; the numbers count all of them. */
export const TEST_CASES_KEPT_MAX = 200;
/** A report with more is no report. */
export const TEST_CASES_MAX = 500_000;
export const TEST_REPORT_DEPTH_MAX = 64;
export const OBSERVED_PER_REVISION_MAX = 200;
/** Commits of one report that the server looks at. */
export const COMMITS_LOOKED_AT_MAX = 20;
export const CHANGED_FILES_MAX = 5_000;
/** One look into a clone: a look that takes longer is given up, and says so. */
export const GIT_SECONDS_MAX = 15;
export const GIT_OUTPUT_BYTES_MAX = 8 * 1024 * 1024;
/** Whether a branch has moved on is looked up this often while a document waits. */
export const CHECKS_AGAIN_SECONDS = 60;
/** A required check that CI hasn't reported by then is a person's to judge. */
export const CHECKS_WAIT_SECONDS = 3600;
export const STATEMENT_CHARACTERS_MAX = 2_000;
export const MEETS_MAX = 20;
export const FIELDS_MAX = 50;
/** A field is a fact about a document; what needs more belongs in its body. */
export const FIELD_CHARACTERS_MAX = 10_000;
/** A pattern is run over what agents send: on longer texts its backtracking could not be bounded. */
export const PATTERN_TEXT_CHARACTERS_MAX = 500;
export const PATTERN_CHARACTERS_MAX = 200;
export const FIELD_ITEMS_MAX = 100;
/** Members of an item of a list field: a row of a small table. */
export const FIELD_MEMBERS_MAX = 20;
export const FIELD_OPTIONS_MAX = 50;
export const TYPES_PER_SCOPE_MAX = 200;
export const PRESETS_PER_SCOPE_MAX = 100;
/** An agent reads it before every document: a longer one goes unread. */
export const GUIDE_CHARACTERS_MAX = 8_000;
export const TEMPLATE_CHARACTERS_MAX = 8_000;
export const TYPE_VERSIONS_SHOWN_MAX = 100;
export const RESPONSES_MAX = 200;
export const CITES_MAX = 50;
export const QUESTIONS_PER_CALL_MAX = 10;
/** Questions open at once in one group; more is a conversation, not a clarification. */
export const QUESTIONS_OPEN_MAX = 50;
/** A blocking question stops somebody's work: after a day without an answer it is raised again. */
export const QUESTION_BLOCKING_DUE_HOURS = 24;
/** One that holds nothing may wait out a weekend. */
export const QUESTION_OPEN_DUE_HOURS = 72;
/** Each time it is raised the pause doubles, up to this: a reminder nobody heeds must not become noise. */
export const QUESTION_RAISED_HOURS_MAX = 7 * 24;
export const OPTIONS_MAX = 10;
export const OPTION_CHARACTERS_MAX = 200;
/** A reason, comment, answer, response or note that a person or agent writes. */
export const REMARK_CHARACTERS_MAX = 10_000;
export const NAME_CHARACTERS_MAX = 100;
export const IDEMPOTENCY_KEY_CHARACTERS_MAX = 180;
export const STEPS_MAX = 100;
export const CRITERIA_MAX = 50;
export const MEMOS_PER_GROUP_MAX = 100;
/** One turn makes one point; longer is a document. In UTF-8. */
export const TURN_BYTES_MAX = 64 * 1024;
/** Who comes late must still be able to read it all; beyond, another conversation goes on and cites this one. */
export const TURNS_PER_CONVERSATION_MAX = 1_000;
/** Turns that came meanwhile, told with the answer to one's own; the rest is read. */
export const NEWER_TURNS_TOLD_MAX = 20;
export const REASONS_PER_VERDICT_MAX = 50;
/** Comments of one review: more is a rewrite, not a review. */
export const COMMENTS_PER_REVIEW_MAX = 50;
export const THREADS_PER_DOCUMENT_MAX = 500;
export const COMMENTS_PER_THREAD_MAX = 100;
/** The text a comment is about; of a longer one the beginning finds it again. */
export const QUOTE_CHARACTERS_MAX = 2_000;
/** Times that agents may send one document back; then a person decides. */
export const AGENT_ROUNDS_MAX = 5;
export const PAGE_ITEMS_MAX = 200;
export const PAGE_ITEMS_DEFAULT = 50;
export const CURSOR_CHARACTERS_MAX = 500;
export const FIND_TOTAL_MAX = 1_000;
/** `read` answers in parts: clients cut or spill longer tool results. */
export const READ_PART_CHARACTERS = 24_000;
export const INSTRUCTIONS_CHARACTERS_MAX = 8_000;
/** Types of one project with instructions of their own; all are read with each of its groups. */
export const TYPE_INSTRUCTIONS_MAX = 40;

export const HOLD_SECONDS_MAX = 60;
export const STEP_TOKEN_SECONDS = 72 * 3600;
export const CONTINUATION_TOKEN_SECONDS = 14 * 24 * 3600;
export const WORKER_TOKEN_SECONDS = 90 * 24 * 3600;
export const CI_TOKEN_SECONDS = 90 * 24 * 3600;
/**
 * Dry runs that found nothing wrong, per token: whoever has heard that often that it would pass has nothing left to try.
 * Those that find faults are not counted.
 */
export const DRY_RUNS_MAX = { step: 20, continuation: 400, worker: 2_000, ci: 0 } as const;
export const TOKEN_SECONDS_MAX = 365 * 24 * 3600;
/** How long before its end the people behind a token are told: time enough to extend it. */
export const TOKEN_REMINDER_SECONDS = 24 * 3600;
/** Tokens neither revoked, expired nor ended. More are no longer looked after by anybody. */
export const TOKENS_PER_ISSUER_MAX = 500;
export const TOKENS_PER_PROJECT_MAX = 2_000;
/** A worker silent this long on its own turn loses the step to others. */
export const WORKER_SILENCE_SECONDS = 30 * 60;

export const RUN_STEPS_MAX = 100;
export const RUN_REVISIONS_PER_STEP_MAX = 10;
export const RUN_SECONDS_MAX = 14 * 24 * 3600;
/** Where a run's token names no limits of its own, and the most that it may name. */
export const RUN_LIMIT_STEPS_MAX = 100;
export const RUN_LIMIT_REVISIONS_MAX = 50;
export const RUN_LIMIT_SECONDS_MAX = 90 * 24 * 3600;
/** The hour at which people hear what their agents did overnight, in their own zone. */
export const DIGEST_HOUR = 7;
/** After so many times its gate's hours a document goes to the stand-in: half as long again as until the reminder. */
export const STAND_IN_AFTER = 1.5;
/** What a person's resume adds to the limit a run stood at: enough to go on, little enough to be asked again. */
export const RUN_STEPS_GRANTED = 10;
export const RUN_REVISIONS_GRANTED = 3;
export const RUN_SECONDS_GRANTED = 24 * 3600;

/** Clients cut a silent call at 60 s; without a progress token we answer `changed: false` well before. */
export const AWAIT_SECONDS_WITHOUT_PROGRESS = 45;
/** 2025-era clients keep a call longer once progress flows, but not for ever. */
export const AWAIT_SECONDS_LEGACY = 100;
export const AWAIT_SECONDS_DEFAULT = 300;
export const AWAIT_SECONDS_MAX = 3600;
/** Progress counts against a client's idle time-out; comments in the stream don't. */
export const AWAIT_PROGRESS_SECONDS = 20;
/** Retry advice after answers that say "nothing yet". */
export const RETRY_AFTER_SECONDS = [30, 60, 120, 300] as const;

/** Attempts at the group's version before the caller hears `changed_meanwhile`. */
export const GROUP_ATTEMPTS_MAX = 5;
export const TIMERS_PER_TICK_MAX = 100;
export const SSE_REPLAY_EVENTS_MAX = 1_000;
export const SSE_QUEUE_FRAMES_MAX = 500;
export const SSE_STREAMS_PER_PERSON_MAX = 20;
export const SSE_PING_SECONDS = 20;

/** How long an access token opens; the session's row is read all the same. */
export const ACCESS_SECONDS = 15 * 60;
/** Unused this long, a session ends. */
export const SESSION_SECONDS = 14 * 24 * 3600;
/** Between the password and the code of the second factor. */
export const SECOND_FACTOR_PENDING_SECONDS = 5 * 60;
/** From sign-in to sign-in, however often it is refreshed. */
export const SESSION_SECONDS_MAX = 90 * 24 * 3600;
/** How long the row of a session that is over can still be looked at. */
export const SESSION_KEPT_SECONDS = 30 * 24 * 3600;
export const SESSION_PURGE_SECONDS = 3600;
/** A refresh token shown again this soon is a second tab or a lost answer; later it is a thief's. */
export const REFRESH_AGAIN_SECONDS = 60;
/** An address somebody has signed in from stays known this long. */
export const KNOWN_ADDRESS_SECONDS = 30 * 24 * 3600;
/** Codes that stand in for the second factor once each. */
export const BACKUP_CODES = 10;
/** From the QR code to the first code of the app. */
export const ENROLMENT_SECONDS = 15 * 60;
/** Who has more sessions open than this sees those used last. */
export const SESSIONS_SHOWN_MAX = 50;
/** People are invited on Friday and read it on Monday. */
export const INVITATION_SECONDS = 7 * 24 * 3600;
export const RESET_LINK_SECONDS = 24 * 3600;
export const SETUP_LINK_SECONDS = 24 * 3600;
/** bcrypt reads 72 bytes; a longer password would be cut in silence. */
export const PASSWORD_BYTES_MAX = 72;
export const PASSWORD_CHARACTERS_MIN = 12;

/** More kinds in one filter are no filter. */
export const AUDIT_KINDS_MAX = 50;
/** Lines of the log read at a time while it is exported. */
export const EXPORT_PAGE_ENTRIES = 1_000;

export const RETENTION_DAYS_MAX = 3_650;
/** How often a project that keeps texts for so many days is looked at. */
export const RETENTION_LOOK_SECONDS = 3600;
/** Each is a transaction; more are done at the next look, at once. */
export const REDACT_GROUPS_PER_LOOK = 20;

/** Each is called for every event: more is a message bus. */
export const WEBHOOKS_PER_PROJECT_MAX = 20;
/** Waits between attempts, in seconds: quick at first, then for somebody who mends it in the morning. */
export const WEBHOOK_RETRY_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 43_200] as const;
/** A lag is passed on in pieces of this size, so that one look at the log stays short. */
export const WEBHOOK_EVENTS_PER_LOOK_MAX = 100;
/** Calls under way at once from one process: slow addresses must not use up its sockets. */
export const WEBHOOK_CALLS_MAX = 16;
/** How long the log of deliveries is kept. */
export const WEBHOOK_DELIVERIES_KEPT_SECONDS = 30 * 24 * 3600;
