-- AlterTable
ALTER TABLE `verdict` ADD COLUMN `findings_hash` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `held_verdict` ADD COLUMN `review` LONGTEXT NULL;

-- AlterTable
ALTER TABLE `thread` ADD COLUMN `raised_kind` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `thread` ADD COLUMN `advice` BOOLEAN NULL;

-- AlterTable
ALTER TABLE `thread` ADD COLUMN `answered_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `document` ADD COLUMN `review_stop` VARCHAR(191) NULL;
