-- AlterTable
ALTER TABLE `question` ADD COLUMN `asked_since` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `question` ADD COLUMN `raised_count` INTEGER NULL;

-- AlterTable
ALTER TABLE `turn` ADD COLUMN `stale_since` INTEGER NULL;

-- AlterTable
ALTER TABLE `document` ADD COLUMN `turn_count` INTEGER NULL;
