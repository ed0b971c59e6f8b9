-- AlterTable
ALTER TABLE `one_time_link` ADD COLUMN `details` LONGTEXT NULL;

-- AlterTable
ALTER TABLE `one_time_link` ADD COLUMN `made_by_id` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `person` ADD COLUMN `must_change_password` BOOLEAN NULL;

-- AlterTable
ALTER TABLE `person` ADD COLUMN `password_changed_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `person` ADD COLUMN `second_factor_secret` VARCHAR(191) NULL;

-- AlterTable
ALTER TABLE `person` ADD COLUMN `second_factor_offered_at` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `person` ADD COLUMN `second_factor_since` DATETIME(3) NULL;

-- AlterTable
ALTER TABLE `person` ADD COLUMN `second_factor_step` INTEGER NULL;

-- CreateTable
CREATE TABLE `backup_code` (
    `id` VARCHAR(191) NOT NULL,
    `person_id` VARCHAR(191) NOT NULL,
    `code_hash` VARCHAR(191) NOT NULL,
    `used_at` DATETIME(3) NULL,
    `created_at` DATETIME(3) NOT NULL,
    UNIQUE INDEX `backup_code_person_id_code_hash_key`(`person_id`, `code_hash`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `second_factor_demand` (
    `scope` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`scope`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- AlterTable
ALTER TABLE `session` ADD COLUMN `generation` INTEGER NULL;

-- AlterTable
ALTER TABLE `session` ADD COLUMN `rotated_at` DATETIME(3) NULL;

-- CreateIndex
CREATE INDEX `one_time_link_person_id_idx` ON `one_time_link`(`person_id`);

-- AddForeignKey
ALTER TABLE `backup_code` ADD CONSTRAINT `backup_code_person_id_fkey` FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
