-- AlterTable
ALTER TABLE `project` ADD COLUMN `type_instructions` LONGTEXT NULL;
