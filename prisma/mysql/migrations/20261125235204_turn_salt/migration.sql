-- AlterTable
ALTER TABLE `turn` ADD COLUMN `salt` VARCHAR(191) NULL;
