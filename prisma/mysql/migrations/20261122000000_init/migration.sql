-- CreateTable
CREATE TABLE `installation` (
    `id` INTEGER NOT NULL,
    `key_fingerprint` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `one_time_link` (
    `id` VARCHAR(191) NOT NULL,
    `purpose` VARCHAR(191) NOT NULL,
    `secret_hash` VARCHAR(191) NOT NULL,
    `person_id` VARCHAR(191) NULL,
    `expires_at` DATETIME(3) NOT NULL,
    `used_at` DATETIME(3) NULL,
    `created_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `one_time_link_secret_hash_key`(`secret_hash`),
    INDEX `one_time_link_purpose_used_at_idx`(`purpose`, `used_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `timer` (
    `id` VARCHAR(191) NOT NULL,
    `due_at` DATETIME(3) NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `subject` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    INDEX `timer_due_at_idx`(`due_at`),
    INDEX `timer_kind_subject_idx`(`kind`, `subject`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `attempt_counter` (
    `key` VARCHAR(191) NOT NULL,
    `count` INTEGER NOT NULL,
    `window_at` DATETIME(3) NOT NULL,
    INDEX `attempt_counter_window_at_idx`(`window_at`),
    PRIMARY KEY (`key`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `project_log` (
    `project_id` VARCHAR(191) NOT NULL,
    `position` INTEGER NOT NULL,
    `head_hash` VARCHAR(191) NOT NULL,
    PRIMARY KEY (`project_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `event` (
    `project_id` VARCHAR(191) NOT NULL,
    `position` INTEGER NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `at` DATETIME(3) NOT NULL,
    `actor_kind` VARCHAR(191) NOT NULL,
    `actor_id` VARCHAR(191) NOT NULL,
    `actor_name` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NULL,
    `document_id` VARCHAR(191) NULL,
    `step_id` VARCHAR(191) NULL,
    `question_id` VARCHAR(191) NULL,
    `run_id` VARCHAR(191) NULL,
    `details` LONGTEXT NOT NULL,
    `previous_hash` VARCHAR(191) NOT NULL,
    `hash` VARCHAR(191) NOT NULL,
    INDEX `event_group_id_position_idx`(`group_id`, `position`),
    INDEX `event_document_id_position_idx`(`document_id`, `position`),
    PRIMARY KEY (`project_id`, `position`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `person` (
    `id` VARCHAR(191) NOT NULL,
    `username` VARCHAR(191) NOT NULL,
    `username_lower` VARCHAR(191) NOT NULL,
    `email` VARCHAR(191) NOT NULL,
    `email_lower` VARCHAR(191) NOT NULL,
    `display_name` VARCHAR(191) NOT NULL,
    `password_hash` VARCHAR(191) NOT NULL,
    `is_admin` BOOLEAN NOT NULL,
    `language` VARCHAR(191) NOT NULL,
    `theme` VARCHAR(191) NOT NULL,
    `time_zone` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `deactivated_at` DATETIME(3) NULL,
    UNIQUE INDEX `person_username_lower_key`(`username_lower`),
    UNIQUE INDEX `person_email_lower_key`(`email_lower`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `session` (
    `id` VARCHAR(191) NOT NULL,
    `person_id` VARCHAR(191) NOT NULL,
    `secret_hash` VARCHAR(191) NOT NULL,
    `user_agent` VARCHAR(512) NOT NULL,
    `address` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `last_used_at` DATETIME(3) NOT NULL,
    `expires_at` DATETIME(3) NOT NULL,
    `ended_at` DATETIME(3) NULL,
    UNIQUE INDEX `session_secret_hash_key`(`secret_hash`),
    INDEX `session_person_id_idx`(`person_id`),
    INDEX `session_expires_at_idx`(`expires_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `membership` (
    `project_id` VARCHAR(191) NOT NULL,
    `person_id` VARCHAR(191) NOT NULL,
    `role` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    INDEX `membership_person_id_idx`(`person_id`),
    PRIMARY KEY (`project_id`, `person_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `notification` (
    `id` VARCHAR(191) NOT NULL,
    `person_id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NULL,
    `document_id` VARCHAR(191) NULL,
    `position` INTEGER NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `params` LONGTEXT NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `read_at` DATETIME(3) NULL,
    INDEX `notification_person_id_created_at_idx`(`person_id`, `created_at`),
    INDEX `notification_person_id_read_at_idx`(`person_id`, `read_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `project` (
    `id` VARCHAR(191) NOT NULL,
    `title` VARCHAR(512) NOT NULL,
    `language` VARCHAR(191) NOT NULL,
    `four_eyes` BOOLEAN NOT NULL,
    `unattended` BOOLEAN NOT NULL,
    `instructions` LONGTEXT NOT NULL,
    `repository` VARCHAR(2048) NULL,
    `version` INTEGER NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `archived_at` DATETIME(3) NULL,
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `module` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `name` VARCHAR(191) NOT NULL,
    `group_count` INTEGER NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `module_project_id_name_key`(`project_id`, `name`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `document_type` (
    `id` VARCHAR(191) NOT NULL,
    `scope` VARCHAR(191) NOT NULL,
    `code` VARCHAR(191) NOT NULL,
    `series` VARCHAR(191) NOT NULL,
    `built_in` BOOLEAN NOT NULL,
    `active` BOOLEAN NOT NULL,
    `sort_order` INTEGER NOT NULL,
    `version` INTEGER NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `document_type_scope_code_key`(`scope`, `code`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `document_type_version` (
    `type_id` VARCHAR(191) NOT NULL,
    `version` INTEGER NOT NULL,
    `content` LONGTEXT NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`type_id`, `version`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `preset` (
    `id` VARCHAR(191) NOT NULL,
    `scope` VARCHAR(191) NOT NULL,
    `code` VARCHAR(191) NOT NULL,
    `built_in` BOOLEAN NOT NULL,
    `sort_order` INTEGER NOT NULL,
    `version` INTEGER NOT NULL,
    `content` LONGTEXT NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `preset_scope_code_key`(`scope`, `code`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `question` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NOT NULL,
    `step_id` VARCHAR(191) NULL,
    `document_id` VARCHAR(191) NULL,
    `number` INTEGER NOT NULL,
    `text` LONGTEXT NOT NULL,
    `context` LONGTEXT NULL,
    `options` LONGTEXT NOT NULL,
    `blocking` BOOLEAN NOT NULL,
    `assumption` LONGTEXT NULL,
    `assumed_on_id` VARCHAR(191) NULL,
    `state` VARCHAR(191) NOT NULL,
    `asked_by_kind` VARCHAR(191) NOT NULL,
    `asked_by_id` VARCHAR(191) NOT NULL,
    `asked_by_name` VARCHAR(191) NOT NULL,
    `issuer_id` VARCHAR(191) NOT NULL,
    `assignee_id` VARCHAR(191) NULL,
    `created_at` DATETIME(3) NOT NULL,
    `closed_at` DATETIME(3) NULL,
    `closed_because` LONGTEXT NULL,
    UNIQUE INDEX `question_group_id_number_key`(`group_id`, `number`),
    INDEX `question_project_id_state_created_at_idx`(`project_id`, `state`, `created_at`),
    INDEX `question_group_id_state_idx`(`group_id`, `state`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `answer` (
    `id` VARCHAR(191) NOT NULL,
    `question_id` VARCHAR(191) NOT NULL,
    `option` VARCHAR(191) NULL,
    `text` LONGTEXT NULL,
    `agrees` BOOLEAN NULL,
    `by_kind` VARCHAR(191) NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    INDEX `answer_question_id_idx`(`question_id`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `turn` (
    `document_id` VARCHAR(191) NOT NULL,
    `number` INTEGER NOT NULL,
    `based_on` INTEGER NOT NULL,
    `by_kind` VARCHAR(191) NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `text` LONGTEXT NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`document_id`, `number`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `attention` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NULL,
    `step_id` VARCHAR(191) NULL,
    `question_id` VARCHAR(191) NULL,
    `run_id` VARCHAR(191) NULL,
    `target_kind` VARCHAR(191) NOT NULL,
    `target_id` VARCHAR(191) NOT NULL,
    `reason` VARCHAR(191) NOT NULL,
    `since` DATETIME(3) NOT NULL,
    INDEX `attention_group_id_idx`(`group_id`),
    INDEX `attention_target_kind_target_id_since_idx`(`target_kind`, `target_id`, `since`),
    INDEX `attention_project_id_target_kind_target_id_since_idx`(`project_id`, `target_kind`, `target_id`, `since`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `token` (
    `id` VARCHAR(191) NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `label` VARCHAR(512) NOT NULL,
    `issuer_id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NULL,
    `step_id` VARCHAR(191) NULL,
    `target_step_id` VARCHAR(191) NULL,
    `document_id` VARCHAR(191) NULL,
    `scopes` VARCHAR(512) NOT NULL,
    `types` VARCHAR(512) NULL,
    `agent` VARCHAR(191) NULL,
    `mode` VARCHAR(191) NOT NULL,
    `language` VARCHAR(191) NOT NULL,
    `state` VARCHAR(191) NOT NULL,
    `secret_hash` VARCHAR(191) NOT NULL,
    `pepper_id` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `expires_at` DATETIME(3) NOT NULL,
    `last_used_at` DATETIME(3) NULL,
    `revoked_at` DATETIME(3) NULL,
    `revoked_by_id` VARCHAR(191) NULL,
    INDEX `token_project_id_created_at_idx`(`project_id`, `created_at`),
    INDEX `token_group_id_idx`(`group_id`),
    INDEX `token_step_id_idx`(`step_id`),
    INDEX `token_issuer_id_idx`(`issuer_id`),
    INDEX `token_expires_at_idx`(`expires_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `call_record` (
    `id` VARCHAR(191) NOT NULL,
    `caller` VARCHAR(191) NOT NULL,
    `action` VARCHAR(191) NOT NULL,
    `subject` VARCHAR(191) NOT NULL,
    `call_key` VARCHAR(191) NOT NULL,
    `payload_hash` VARCHAR(191) NOT NULL,
    `answer` LONGTEXT NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `expires_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `call_record_caller_action_call_key_key`(`caller`, `action`, `call_key`),
    INDEX `call_record_caller_subject_created_at_idx`(`caller`, `subject`, `created_at`),
    INDEX `call_record_expires_at_idx`(`expires_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `run` (
    `id` VARCHAR(191) NOT NULL,
    `token_id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NOT NULL,
    `mode` VARCHAR(191) NOT NULL,
    `state` VARCHAR(191) NOT NULL,
    `reason` VARCHAR(191) NULL,
    `step_id` VARCHAR(191) NULL,
    `steps_done` INTEGER NOT NULL,
    `revisions_at_step` INTEGER NOT NULL,
    `unchanged_at_step` INTEGER NOT NULL,
    `steps_max` INTEGER NOT NULL,
    `revisions_max` INTEGER NOT NULL,
    `ends_at` DATETIME(3) NOT NULL,
    `started_at` DATETIME(3) NOT NULL,
    `changed_at` DATETIME(3) NOT NULL,
    `ended_at` DATETIME(3) NULL,
    UNIQUE INDEX `run_token_id_group_id_key`(`token_id`, `group_id`),
    INDEX `run_group_id_idx`(`group_id`),
    INDEX `run_project_id_state_changed_at_idx`(`project_id`, `state`, `changed_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `verdict` (
    `id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `hash` VARCHAR(191) NOT NULL,
    `verb` VARCHAR(191) NOT NULL,
    `by_kind` VARCHAR(191) NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `issuer_id` VARCHAR(191) NOT NULL,
    `policy` VARCHAR(191) NULL,
    `own_work` BOOLEAN NOT NULL,
    `counts` BOOLEAN NOT NULL,
    `comment` LONGTEXT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `voided_at` DATETIME(3) NULL,
    INDEX `verdict_document_id_revision_idx`(`document_id`, `revision`),
    INDEX `verdict_by_id_created_at_idx`(`by_id`, `created_at`),
    INDEX `verdict_policy_created_at_idx`(`policy`, `created_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `held_verdict` (
    `id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `verb` VARCHAR(191) NOT NULL,
    `person_id` VARCHAR(191) NOT NULL,
    `comment` LONGTEXT NULL,
    `reasons` LONGTEXT NOT NULL,
    `due_at` DATETIME(3) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    INDEX `held_verdict_document_id_idx`(`document_id`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `reason` (
    `id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NOT NULL,
    `verdict_id` VARCHAR(191) NOT NULL,
    `thread_id` VARCHAR(191) NULL,
    `number` INTEGER NOT NULL,
    `revision` INTEGER NOT NULL,
    `by_kind` VARCHAR(191) NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `text` LONGTEXT NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `response` LONGTEXT NULL,
    `response_done` BOOLEAN NULL,
    `response_revision` INTEGER NULL,
    `responded_at` DATETIME(3) NULL,
    `set_aside_at` DATETIME(3) NULL,
    UNIQUE INDEX `reason_verdict_id_number_key`(`verdict_id`, `number`),
    INDEX `reason_document_id_idx`(`document_id`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `thread` (
    `id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `anchor` LONGTEXT NOT NULL,
    `weight` VARCHAR(191) NOT NULL,
    `state` VARCHAR(191) NOT NULL,
    `raised_by` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `resolved_at` DATETIME(3) NULL,
    INDEX `thread_document_id_state_idx`(`document_id`, `state`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `comment` (
    `id` VARCHAR(191) NOT NULL,
    `thread_id` VARCHAR(191) NOT NULL,
    `by_kind` VARCHAR(191) NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `text` LONGTEXT NOT NULL,
    `suggestion_old` LONGTEXT NULL,
    `suggestion_new` LONGTEXT NULL,
    `created_at` DATETIME(3) NOT NULL,
    INDEX `comment_thread_id_idx`(`thread_id`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `draft` (
    `person_id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NOT NULL,
    `content` LONGTEXT NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`person_id`, `document_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `work_group` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `module_id` VARCHAR(191) NOT NULL,
    `number` INTEGER NOT NULL,
    `title` VARCHAR(512) NOT NULL,
    `state` VARCHAR(191) NOT NULL,
    `owner_id` VARCHAR(191) NOT NULL,
    `version` INTEGER NOT NULL,
    `document_count` INTEGER NOT NULL,
    `question_count` INTEGER NOT NULL,
    `sequence_version` INTEGER NOT NULL,
    `sequence_decided_at` DATETIME(3) NULL,
    `created_at` DATETIME(3) NOT NULL,
    `updated_at` DATETIME(3) NOT NULL,
    `closed_at` DATETIME(3) NULL,
    `closed_because` LONGTEXT NULL,
    UNIQUE INDEX `work_group_module_id_number_key`(`module_id`, `number`),
    INDEX `work_group_project_id_updated_at_idx`(`project_id`, `updated_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `step` (
    `id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NOT NULL,
    `number` INTEGER NOT NULL,
    `type` VARCHAR(191) NOT NULL,
    `type_id` VARCHAR(191) NOT NULL,
    `type_version` INTEGER NOT NULL,
    `series` VARCHAR(191) NOT NULL,
    `note` LONGTEXT NULL,
    `gate` LONGTEXT NOT NULL,
    `assignee` VARCHAR(191) NULL,
    INDEX `step_group_id_number_idx`(`group_id`, `number`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `document` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NOT NULL,
    `step_id` VARCHAR(191) NULL,
    `number` INTEGER NOT NULL,
    `type` VARCHAR(191) NOT NULL,
    `type_id` VARCHAR(191) NOT NULL,
    `type_version` INTEGER NOT NULL,
    `series` VARCHAR(191) NOT NULL,
    `gate` LONGTEXT NULL,
    `title` VARCHAR(512) NOT NULL,
    `title_lower` VARCHAR(512) NOT NULL,
    `state` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `hash` VARCHAR(191) NOT NULL,
    `payload_hash` VARCHAR(191) NOT NULL,
    `stale` BOOLEAN NOT NULL,
    `body_characters` INTEGER NOT NULL,
    `claim_count` INTEGER NOT NULL,
    `cite_count` INTEGER NOT NULL,
    `contradicted` BOOLEAN NOT NULL,
    `planned_version` INTEGER NULL,
    `stale_because` LONGTEXT NULL,
    `author_kind` VARCHAR(191) NOT NULL,
    `author_id` VARCHAR(191) NOT NULL,
    `author_name` VARCHAR(191) NOT NULL,
    `issuer_id` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `changed_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `document_step_id_key`(`step_id`),
    UNIQUE INDEX `document_group_id_number_key`(`group_id`, `number`),
    INDEX `document_project_id_changed_at_idx`(`project_id`, `changed_at`),
    INDEX `document_project_id_state_changed_at_idx`(`project_id`, `state`, `changed_at`),
    INDEX `document_project_id_type_changed_at_idx`(`project_id`, `type`, `changed_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `revision` (
    `document_id` VARCHAR(191) NOT NULL,
    `number` INTEGER NOT NULL,
    `hash` VARCHAR(191) NOT NULL,
    `content` LONGTEXT NOT NULL,
    `author_kind` VARCHAR(191) NOT NULL,
    `author_id` VARCHAR(191) NOT NULL,
    `author_name` VARCHAR(191) NOT NULL,
    `issuer_id` VARCHAR(191) NOT NULL,
    `token_id` VARCHAR(191) NULL,
    `run_id` VARCHAR(191) NULL,
    `created_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`document_id`, `number`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `citation` (
    `document_id` VARCHAR(191) NOT NULL,
    `cited_document_id` VARCHAR(191) NOT NULL,
    INDEX `citation_cited_document_id_idx`(`cited_document_id`),
    PRIMARY KEY (`document_id`, `cited_document_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `criterion` (
    `document_id` VARCHAR(191) NOT NULL,
    `number` INTEGER NOT NULL,
    `text` LONGTEXT NOT NULL,
    PRIMARY KEY (`document_id`, `number`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- AddForeignKey
ALTER TABLE `session` ADD CONSTRAINT `session_person_id_fkey` FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `membership` ADD CONSTRAINT `membership_project_id_fkey` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `membership` ADD CONSTRAINT `membership_person_id_fkey` FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `module` ADD CONSTRAINT `module_project_id_fkey` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `document_type_version` ADD CONSTRAINT `document_type_version_type_id_fkey` FOREIGN KEY (`type_id`) REFERENCES `document_type`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `question` ADD CONSTRAINT `question_group_id_fkey` FOREIGN KEY (`group_id`) REFERENCES `work_group`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `question` ADD CONSTRAINT `question_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `answer` ADD CONSTRAINT `answer_question_id_fkey` FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `turn` ADD CONSTRAINT `turn_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `run` ADD CONSTRAINT `run_token_id_fkey` FOREIGN KEY (`token_id`) REFERENCES `token`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `run` ADD CONSTRAINT `run_group_id_fkey` FOREIGN KEY (`group_id`) REFERENCES `work_group`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `verdict` ADD CONSTRAINT `verdict_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `held_verdict` ADD CONSTRAINT `held_verdict_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `reason` ADD CONSTRAINT `reason_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `thread` ADD CONSTRAINT `thread_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `comment` ADD CONSTRAINT `comment_thread_id_fkey` FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `work_group` ADD CONSTRAINT `work_group_project_id_fkey` FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `work_group` ADD CONSTRAINT `work_group_module_id_fkey` FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `step` ADD CONSTRAINT `step_group_id_fkey` FOREIGN KEY (`group_id`) REFERENCES `work_group`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `document` ADD CONSTRAINT `document_group_id_fkey` FOREIGN KEY (`group_id`) REFERENCES `work_group`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `document` ADD CONSTRAINT `document_step_id_fkey` FOREIGN KEY (`step_id`) REFERENCES `step`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `revision` ADD CONSTRAINT `revision_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `criterion` ADD CONSTRAINT `criterion_document_id_fkey` FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
