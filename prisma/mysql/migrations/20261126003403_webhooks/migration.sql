-- CreateTable
CREATE TABLE `webhook` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `label` VARCHAR(191) NOT NULL,
    `url` LONGTEXT NOT NULL,
    `kinds` LONGTEXT NOT NULL,
    `secret` LONGTEXT NOT NULL,
    `active` BOOLEAN NOT NULL,
    `position` INTEGER NOT NULL,
    `created_by_id` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `removed_at` DATETIME(3) NULL,
    INDEX `webhook_project_id_idx`(`project_id`),
    INDEX `webhook_active_idx`(`active`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `webhook_delivery` (
    `id` VARCHAR(191) NOT NULL,
    `webhook_id` VARCHAR(191) NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `body` LONGTEXT NOT NULL,
    `state` VARCHAR(191) NOT NULL,
    `attempts` INTEGER NOT NULL,
    `status` INTEGER NULL,
    `problem` VARCHAR(191) NULL,
    `created_at` DATETIME(3) NOT NULL,
    `attempted_at` DATETIME(3) NULL,
    `next_at` DATETIME(3) NULL,
    INDEX `webhook_delivery_webhook_id_created_at_idx`(`webhook_id`, `created_at`),
    INDEX `webhook_delivery_created_at_idx`(`created_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- AddForeignKey
ALTER TABLE `webhook_delivery` ADD CONSTRAINT `webhook_delivery_webhook_id_fkey` FOREIGN KEY (`webhook_id`) REFERENCES `webhook`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
