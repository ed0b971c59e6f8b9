-- AlterTable
ALTER TABLE `document_type_version` ADD COLUMN `author_id` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `document_type_version` ADD COLUMN `author_name` VARCHAR(191) NULL;
