-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "key_fingerprint" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "person_id" TEXT,
    "expires_at" DATETIME NOT NULL,
    "used_at" DATETIME,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "timer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "due_at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "attempt_counter" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "window_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "project_log" (
    "project_id" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "event" (
    "project_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "group_id" TEXT,
    "document_id" TEXT,
    "step_id" TEXT,
    "question_id" TEXT,
    "run_id" TEXT,
    "details" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    PRIMARY KEY ("project_id", "position")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "username" TEXT NOT NULL,
    "username_lower" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_lower" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_admin" BOOLEAN NOT NULL,
    "language" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "deactivated_at" DATETIME
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "last_used_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "ended_at" DATETIME,
    CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "membership" (
    "project_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    PRIMARY KEY ("project_id", "person_id"),
    CONSTRAINT "membership_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT,
    "document_id" TEXT,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "read_at" DATETIME
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "four_eyes" BOOLEAN NOT NULL,
    "unattended" BOOLEAN NOT NULL,
    "instructions" TEXT NOT NULL,
    "repository" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL,
    "archived_at" DATETIME
);

-- CreateTable
CREATE TABLE "module" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "group_count" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "module_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "document_type" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "built_in" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "document_type_version" (
    "type_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    PRIMARY KEY ("type_id", "version"),
    CONSTRAINT "document_type_version_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "document_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "preset" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "built_in" BOOLEAN NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "step_id" TEXT,
    "document_id" TEXT,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "context" TEXT,
    "options" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "assumption" TEXT,
    "assumed_on_id" TEXT,
    "state" TEXT NOT NULL,
    "asked_by_kind" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "assignee_id" TEXT,
    "created_at" DATETIME NOT NULL,
    "closed_at" DATETIME,
    "closed_because" TEXT,
    CONSTRAINT "question_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "question_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "answer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "question_id" TEXT NOT NULL,
    "option" TEXT,
    "text" TEXT,
    "agrees" BOOLEAN,
    "by_kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "turn" (
    "document_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "by_kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    PRIMARY KEY ("document_id", "number"),
    CONSTRAINT "turn_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "attention" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "document_id" TEXT,
    "step_id" TEXT,
    "question_id" TEXT,
    "run_id" TEXT,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT,
    "step_id" TEXT,
    "target_step_id" TEXT,
    "document_id" TEXT,
    "scopes" TEXT NOT NULL,
    "types" TEXT,
    "agent" TEXT,
    "mode" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "pepper_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "last_used_at" DATETIME,
    "revoked_at" DATETIME,
    "revoked_by_id" TEXT
);

-- CreateTable
CREATE TABLE "call_record" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caller" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "call_key" TEXT NOT NULL,
    "payload_hash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "step_id" TEXT,
    "steps_done" INTEGER NOT NULL,
    "revisions_at_step" INTEGER NOT NULL,
    "unchanged_at_step" INTEGER NOT NULL,
    "steps_max" INTEGER NOT NULL,
    "revisions_max" INTEGER NOT NULL,
    "ends_at" DATETIME NOT NULL,
    "started_at" DATETIME NOT NULL,
    "changed_at" DATETIME NOT NULL,
    "ended_at" DATETIME,
    CONSTRAINT "run_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "run_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "by_kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "policy" TEXT,
    "own_work" BOOLEAN NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "comment" TEXT,
    "created_at" DATETIME NOT NULL,
    "voided_at" DATETIME,
    CONSTRAINT "verdict_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "held_verdict" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "comment" TEXT,
    "reasons" TEXT NOT NULL,
    "due_at" DATETIME NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "held_verdict_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reason" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "verdict_id" TEXT NOT NULL,
    "thread_id" TEXT,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "by_kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "response" TEXT,
    "response_done" BOOLEAN,
    "response_revision" INTEGER,
    "responded_at" DATETIME,
    "set_aside_at" DATETIME,
    CONSTRAINT "reason_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "thread" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "weight" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "raised_by" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "resolved_at" DATETIME,
    CONSTRAINT "thread_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "thread_id" TEXT NOT NULL,
    "by_kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "suggestion_old" TEXT,
    "suggestion_new" TEXT,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "draft" (
    "person_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "updated_at" DATETIME NOT NULL,
    PRIMARY KEY ("person_id", "document_id")
);

-- CreateTable
CREATE TABLE "work_group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "module_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document_count" INTEGER NOT NULL,
    "question_count" INTEGER NOT NULL,
    "sequence_version" INTEGER NOT NULL,
    "sequence_decided_at" DATETIME,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "closed_at" DATETIME,
    "closed_because" TEXT,
    CONSTRAINT "work_group_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "work_group_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "step" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "group_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "type_id" TEXT NOT NULL,
    "type_version" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "note" TEXT,
    "gate" TEXT NOT NULL,
    "assignee" TEXT,
    CONSTRAINT "step_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "step_id" TEXT,
    "number" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "type_id" TEXT NOT NULL,
    "type_version" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "gate" TEXT,
    "title" TEXT NOT NULL,
    "title_lower" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "payload_hash" TEXT NOT NULL,
    "stale" BOOLEAN NOT NULL,
    "body_characters" INTEGER NOT NULL,
    "claim_count" INTEGER NOT NULL,
    "cite_count" INTEGER NOT NULL,
    "contradicted" BOOLEAN NOT NULL,
    "planned_version" INTEGER,
    "stale_because" TEXT,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "changed_at" DATETIME NOT NULL,
    CONSTRAINT "document_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "document_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "step"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "revision" (
    "document_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "token_id" TEXT,
    "run_id" TEXT,
    "created_at" DATETIME NOT NULL,
    PRIMARY KEY ("document_id", "number"),
    CONSTRAINT "revision_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "citation" (
    "document_id" TEXT NOT NULL,
    "cited_document_id" TEXT NOT NULL,
    PRIMARY KEY ("document_id", "cited_document_id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "document_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    PRIMARY KEY ("document_id", "number"),
    CONSTRAINT "criterion_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_secret_hash_key" ON "one_time_link"("secret_hash");

-- CreateIndex
CREATE INDEX "one_time_link_purpose_used_at_idx" ON "one_time_link"("purpose", "used_at");

-- CreateIndex
CREATE INDEX "timer_due_at_idx" ON "timer"("due_at");

-- CreateIndex
CREATE INDEX "timer_kind_subject_idx" ON "timer"("kind", "subject");

-- CreateIndex
CREATE INDEX "attempt_counter_window_at_idx" ON "attempt_counter"("window_at");

-- CreateIndex
CREATE INDEX "event_group_id_position_idx" ON "event"("group_id", "position");

-- CreateIndex
CREATE INDEX "event_document_id_position_idx" ON "event"("document_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "person_username_lower_key" ON "person"("username_lower");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_lower_key" ON "person"("email_lower");

-- CreateIndex
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_person_id_read_at_idx" ON "notification"("person_id", "read_at");

-- CreateIndex
CREATE UNIQUE INDEX "module_project_id_name_key" ON "module"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "document_type_scope_code_key" ON "document_type"("scope", "code");

-- CreateIndex
CREATE UNIQUE INDEX "preset_scope_code_key" ON "preset"("scope", "code");

-- CreateIndex
CREATE UNIQUE INDEX "question_group_id_number_key" ON "question"("group_id", "number");

-- CreateIndex
CREATE INDEX "question_project_id_state_created_at_idx" ON "question"("project_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "question_group_id_state_idx" ON "question"("group_id", "state");

-- CreateIndex
CREATE INDEX "answer_question_id_idx" ON "answer"("question_id");

-- CreateIndex
CREATE INDEX "attention_group_id_idx" ON "attention"("group_id");

-- CreateIndex
CREATE INDEX "attention_target_kind_target_id_since_idx" ON "attention"("target_kind", "target_id", "since");

-- CreateIndex
CREATE INDEX "attention_project_id_target_kind_target_id_since_idx" ON "attention"("project_id", "target_kind", "target_id", "since");

-- CreateIndex
CREATE INDEX "token_project_id_created_at_idx" ON "token"("project_id", "created_at");

-- CreateIndex
CREATE INDEX "token_group_id_idx" ON "token"("group_id");

-- CreateIndex
CREATE INDEX "token_step_id_idx" ON "token"("step_id");

-- CreateIndex
CREATE INDEX "token_issuer_id_idx" ON "token"("issuer_id");

-- CreateIndex
CREATE INDEX "token_expires_at_idx" ON "token"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_record_caller_action_call_key_key" ON "call_record"("caller", "action", "call_key");

-- CreateIndex
CREATE INDEX "call_record_caller_subject_created_at_idx" ON "call_record"("caller", "subject", "created_at");

-- CreateIndex
CREATE INDEX "call_record_expires_at_idx" ON "call_record"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "run_token_id_group_id_key" ON "run"("token_id", "group_id");

-- CreateIndex
CREATE INDEX "run_group_id_idx" ON "run"("group_id");

-- CreateIndex
CREATE INDEX "run_project_id_state_changed_at_idx" ON "run"("project_id", "state", "changed_at");

-- CreateIndex
CREATE INDEX "verdict_document_id_revision_idx" ON "verdict"("document_id", "revision");

-- CreateIndex
CREATE INDEX "verdict_by_id_created_at_idx" ON "verdict"("by_id", "created_at");

-- CreateIndex
CREATE INDEX "verdict_policy_created_at_idx" ON "verdict"("policy", "created_at");

-- CreateIndex
CREATE INDEX "held_verdict_document_id_idx" ON "held_verdict"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "reason_verdict_id_number_key" ON "reason"("verdict_id", "number");

-- CreateIndex
CREATE INDEX "reason_document_id_idx" ON "reason"("document_id");

-- CreateIndex
CREATE INDEX "thread_document_id_state_idx" ON "thread"("document_id", "state");

-- CreateIndex
CREATE INDEX "comment_thread_id_idx" ON "comment"("thread_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_group_module_id_number_key" ON "work_group"("module_id", "number");

-- CreateIndex
CREATE INDEX "work_group_project_id_updated_at_idx" ON "work_group"("project_id", "updated_at");

-- CreateIndex
CREATE INDEX "step_group_id_number_idx" ON "step"("group_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "document_step_id_key" ON "document"("step_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_group_id_number_key" ON "document"("group_id", "number");

-- CreateIndex
CREATE INDEX "document_project_id_changed_at_idx" ON "document"("project_id", "changed_at");

-- CreateIndex
CREATE INDEX "document_project_id_state_changed_at_idx" ON "document"("project_id", "state", "changed_at");

-- CreateIndex
CREATE INDEX "document_project_id_type_changed_at_idx" ON "document"("project_id", "type", "changed_at");

-- CreateIndex
CREATE INDEX "citation_cited_document_id_idx" ON "citation"("cited_document_id");
