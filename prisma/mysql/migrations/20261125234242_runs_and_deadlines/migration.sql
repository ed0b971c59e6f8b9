-- AlterTable
ALTER TABLE `notification` ADD COLUMN `run_id` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `token` ADD COLUMN `run_steps_max` INTEGER NULL;

-- AlterTable
ALTER TABLE `token` ADD COLUMN `run_revisions_max` INTEGER NULL;

-- AlterTable
ALTER TABLE `token` ADD COLUMN `run_seconds` INTEGER NULL;

-- AlterTable
ALTER TABLE `run` ADD COLUMN `digested_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `verdict` ADD COLUMN `read_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `verdict` ADD COLUMN `read_by_id` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `verdict` ADD COLUMN `read_by_name` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `work_group` ADD COLUMN `reviewer_ids` LONGTEXT NULL;

-- AlterTable
ALTER TABLE `document` ADD COLUMN `reminded_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `document` ADD COLUMN `handed_to` VARCHAR(191) NULL;
