-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL,
    "key_fingerprint" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" TEXT COLLATE "C" NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "secret_hash" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C",
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timer" (
    "id" TEXT COLLATE "C" NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "timer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_counter" (
    "key" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    "window_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "attempt_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "project_log" (
    "project_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "head_hash" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "project_log_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "event" (
    "project_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor_kind" TEXT COLLATE "C" NOT NULL,
    "actor_id" TEXT COLLATE "C" NOT NULL,
    "actor_name" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C",
    "document_id" TEXT COLLATE "C",
    "step_id" TEXT COLLATE "C",
    "question_id" TEXT COLLATE "C",
    "run_id" TEXT COLLATE "C",
    "details" TEXT COLLATE "C" NOT NULL,
    "previous_hash" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "event_pkey" PRIMARY KEY ("project_id", "position")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT COLLATE "C" NOT NULL,
    "username" TEXT COLLATE "C" NOT NULL,
    "username_lower" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "email_lower" TEXT COLLATE "C" NOT NULL,
    "display_name" TEXT COLLATE "C" NOT NULL,
    "password_hash" TEXT COLLATE "C" NOT NULL,
    "is_admin" BOOLEAN NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "theme" TEXT COLLATE "C" NOT NULL,
    "time_zone" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "deactivated_at" TIMESTAMP(3),
    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "secret_hash" TEXT COLLATE "C" NOT NULL,
    "user_agent" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "last_used_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "project_id" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "membership_pkey" PRIMARY KEY ("project_id", "person_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C",
    "document_id" TEXT COLLATE "C",
    "position" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "params" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "read_at" TIMESTAMP(3),
    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "four_eyes" BOOLEAN NOT NULL,
    "unattended" BOOLEAN NOT NULL,
    "instructions" TEXT COLLATE "C" NOT NULL,
    "repository" TEXT COLLATE "C",
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "archived_at" TIMESTAMP(3),
    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "module" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "group_count" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_type" (
    "id" TEXT COLLATE "C" NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "series" TEXT COLLATE "C" NOT NULL,
    "built_in" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "document_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_type_version" (
    "type_id" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "document_type_version_pkey" PRIMARY KEY ("type_id", "version")
);

-- CreateTable
CREATE TABLE "preset" (
    "id" TEXT COLLATE "C" NOT NULL,
    "scope" TEXT COLLATE "C" NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "built_in" BOOLEAN NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "preset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "step_id" TEXT COLLATE "C",
    "document_id" TEXT COLLATE "C",
    "number" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "context" TEXT COLLATE "C",
    "options" TEXT COLLATE "C" NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "assumption" TEXT COLLATE "C",
    "assumed_on_id" TEXT COLLATE "C",
    "state" TEXT COLLATE "C" NOT NULL,
    "asked_by_kind" TEXT COLLATE "C" NOT NULL,
    "asked_by_id" TEXT COLLATE "C" NOT NULL,
    "asked_by_name" TEXT COLLATE "C" NOT NULL,
    "issuer_id" TEXT COLLATE "C" NOT NULL,
    "assignee_id" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    "closed_at" TIMESTAMP(3),
    "closed_because" TEXT COLLATE "C",
    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" TEXT COLLATE "C" NOT NULL,
    "question_id" TEXT COLLATE "C" NOT NULL,
    "option" TEXT COLLATE "C",
    "text" TEXT COLLATE "C",
    "agrees" BOOLEAN,
    "by_kind" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn" (
    "document_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "by_kind" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "turn_pkey" PRIMARY KEY ("document_id", "number")
);

-- CreateTable
CREATE TABLE "attention" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C",
    "step_id" TEXT COLLATE "C",
    "question_id" TEXT COLLATE "C",
    "run_id" TEXT COLLATE "C",
    "target_kind" TEXT COLLATE "C" NOT NULL,
    "target_id" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "attention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL,
    "issuer_id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C",
    "step_id" TEXT COLLATE "C",
    "target_step_id" TEXT COLLATE "C",
    "document_id" TEXT COLLATE "C",
    "scopes" TEXT COLLATE "C" NOT NULL,
    "types" TEXT COLLATE "C",
    "agent" TEXT COLLATE "C",
    "mode" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "secret_hash" TEXT COLLATE "C" NOT NULL,
    "pepper_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "last_used_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),
    "revoked_by_id" TEXT COLLATE "C",
    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_record" (
    "id" TEXT COLLATE "C" NOT NULL,
    "caller" TEXT COLLATE "C" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "call_key" TEXT COLLATE "C" NOT NULL,
    "payload_hash" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "call_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" TEXT COLLATE "C" NOT NULL,
    "token_id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "mode" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "step_id" TEXT COLLATE "C",
    "steps_done" INTEGER NOT NULL,
    "revisions_at_step" INTEGER NOT NULL,
    "unchanged_at_step" INTEGER NOT NULL,
    "steps_max" INTEGER NOT NULL,
    "revisions_max" INTEGER NOT NULL,
    "ends_at" TIMESTAMP(3) NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "verb" TEXT COLLATE "C" NOT NULL,
    "by_kind" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "issuer_id" TEXT COLLATE "C" NOT NULL,
    "policy" TEXT COLLATE "C",
    "own_work" BOOLEAN NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "comment" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    "voided_at" TIMESTAMP(3),
    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "held_verdict" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "verb" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "comment" TEXT COLLATE "C",
    "reasons" TEXT COLLATE "C" NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "held_verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reason" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C" NOT NULL,
    "verdict_id" TEXT COLLATE "C" NOT NULL,
    "thread_id" TEXT COLLATE "C",
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "by_kind" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "response" TEXT COLLATE "C",
    "response_done" BOOLEAN,
    "response_revision" INTEGER,
    "responded_at" TIMESTAMP(3),
    "set_aside_at" TIMESTAMP(3),
    CONSTRAINT "reason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "anchor" TEXT COLLATE "C" NOT NULL,
    "weight" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "raised_by" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "resolved_at" TIMESTAMP(3),
    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "thread_id" TEXT COLLATE "C" NOT NULL,
    "by_kind" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "suggestion_old" TEXT COLLATE "C",
    "suggestion_new" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "person_id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C" NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "draft_pkey" PRIMARY KEY ("person_id", "document_id")
);

-- CreateTable
CREATE TABLE "work_group" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "module_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "owner_id" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "document_count" INTEGER NOT NULL,
    "question_count" INTEGER NOT NULL,
    "sequence_version" INTEGER NOT NULL,
    "sequence_decided_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "closed_at" TIMESTAMP(3),
    "closed_because" TEXT COLLATE "C",
    CONSTRAINT "work_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step" (
    "id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "type_id" TEXT COLLATE "C" NOT NULL,
    "type_version" INTEGER NOT NULL,
    "series" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C",
    "gate" TEXT COLLATE "C" NOT NULL,
    "assignee" TEXT COLLATE "C",
    CONSTRAINT "step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C" NOT NULL,
    "step_id" TEXT COLLATE "C",
    "number" INTEGER NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "type_id" TEXT COLLATE "C" NOT NULL,
    "type_version" INTEGER NOT NULL,
    "series" TEXT COLLATE "C" NOT NULL,
    "gate" TEXT COLLATE "C",
    "title" TEXT COLLATE "C" NOT NULL,
    "title_lower" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "payload_hash" TEXT COLLATE "C" NOT NULL,
    "stale" BOOLEAN NOT NULL,
    "body_characters" INTEGER NOT NULL,
    "claim_count" INTEGER NOT NULL,
    "cite_count" INTEGER NOT NULL,
    "contradicted" BOOLEAN NOT NULL,
    "planned_version" INTEGER,
    "stale_because" TEXT COLLATE "C",
    "author_kind" TEXT COLLATE "C" NOT NULL,
    "author_id" TEXT COLLATE "C" NOT NULL,
    "author_name" TEXT COLLATE "C" NOT NULL,
    "issuer_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "document_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "author_kind" TEXT COLLATE "C" NOT NULL,
    "author_id" TEXT COLLATE "C" NOT NULL,
    "author_name" TEXT COLLATE "C" NOT NULL,
    "issuer_id" TEXT COLLATE "C" NOT NULL,
    "token_id" TEXT COLLATE "C",
    "run_id" TEXT COLLATE "C",
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "revision_pkey" PRIMARY KEY ("document_id", "number")
);

-- CreateTable
CREATE TABLE "citation" (
    "document_id" TEXT COLLATE "C" NOT NULL,
    "cited_document_id" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "citation_pkey" PRIMARY KEY ("document_id", "cited_document_id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "document_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "criterion_pkey" PRIMARY KEY ("document_id", "number")
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

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "module" ADD CONSTRAINT "module_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_type_version" ADD CONSTRAINT "document_type_version_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "document_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_verdict" ADD CONSTRAINT "held_verdict_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reason" ADD CONSTRAINT "reason_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_group" ADD CONSTRAINT "work_group_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_group" ADD CONSTRAINT "work_group_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "work_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "step"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
