-- CreateTable
CREATE TABLE `dry_run_count` (
    `token_id` VARCHAR(191) NOT NULL,
    `count` INTEGER NOT NULL,
    PRIMARY KEY (`token_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
