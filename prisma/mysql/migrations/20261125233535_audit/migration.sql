-- CreateTable
CREATE TABLE `secret_finding` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `fingerprint` VARCHAR(191) NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `path` VARCHAR(191) NOT NULL,
    `caller_kind` VARCHAR(191) NOT NULL,
    `caller_id` VARCHAR(191) NOT NULL,
    `caller_name` VARCHAR(191) NOT NULL,
    `found_at` DATETIME(3) NOT NULL,
    `allowed_at` DATETIME(3) NULL,
    `allowed_by_id` VARCHAR(191) NULL,
    `allowed_by` VARCHAR(191) NULL,
    `note` LONGTEXT NULL,
    UNIQUE INDEX `secret_finding_project_id_fingerprint_key`(`project_id`, `fingerprint`),
    INDEX `secret_finding_project_id_found_at_idx`(`project_id`, `found_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- AlterTable
ALTER TABLE `project` ADD COLUMN `retention_days` INTEGER NULL;

-- AlterTable
ALTER TABLE `revision` ADD COLUMN `salt` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `revision` ADD COLUMN `redacted_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `revision` ADD COLUMN `redacted_by` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `revision` ADD COLUMN `redacted_because` LONGTEXT NULL;

-- CreateIndex
CREATE INDEX `event_project_id_kind_position_idx` ON `event`(`project_id`, `kind`, `position`);

-- CreateIndex
CREATE INDEX `event_project_id_actor_id_position_idx` ON `event`(`project_id`, `actor_id`, `position`);

-- CreateIndex
CREATE INDEX `event_project_id_at_idx` ON `event`(`project_id`, `at`);
