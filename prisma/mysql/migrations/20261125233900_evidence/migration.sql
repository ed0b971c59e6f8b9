-- CreateTable
CREATE TABLE `attachment` (
    `id` VARCHAR(191) NOT NULL,
    `project_id` VARCHAR(191) NOT NULL,
    `group_id` VARCHAR(191) NULL,
    `file_name` VARCHAR(512) NOT NULL,
    `media_type` VARCHAR(191) NULL,
    `total_bytes` INTEGER NULL,
    `received_bytes` INTEGER NOT NULL,
    `chunk_count` INTEGER NOT NULL,
    `expected_sha256` VARCHAR(191) NULL,
    `sha256` VARCHAR(191) NULL,
    `by_kind` VARCHAR(191) NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    `completed_at` DATETIME(3) NULL,
    `named_at` DATETIME(3) NULL,
    INDEX `attachment_group_id_idx`(`group_id`),
    INDEX `attachment_by_id_created_at_idx`(`by_id`, `created_at`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `attachment_chunk` (
    `attachment_id` VARCHAR(191) NOT NULL,
    `number` INTEGER NOT NULL,
    `bytes` LONGBLOB NOT NULL,
    PRIMARY KEY (`attachment_id`, `number`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `attachment_use` (
    `document_id` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `attachment_id` VARCHAR(191) NOT NULL,
    INDEX `attachment_use_attachment_id_idx`(`attachment_id`),
    PRIMARY KEY (`document_id`, `revision`, `attachment_id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `observed_evidence` (
    `id` VARCHAR(191) NOT NULL,
    `document_id` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `name` VARCHAR(191) NOT NULL,
    `kind` VARCHAR(191) NOT NULL,
    `sha` VARCHAR(191) NOT NULL,
    `content` LONGTEXT NOT NULL,
    `by_id` VARCHAR(191) NOT NULL,
    `by_name` VARCHAR(191) NOT NULL,
    `issuer_id` VARCHAR(191) NOT NULL,
    `created_at` DATETIME(3) NOT NULL,
    INDEX `observed_evidence_document_id_revision_idx`(`document_id`, `revision`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- CreateTable
CREATE TABLE `revision_findings` (
    `document_id` VARCHAR(191) NOT NULL,
    `revision` INTEGER NOT NULL,
    `content` LONGTEXT NOT NULL,
    `found_at` DATETIME(3) NOT NULL,
    PRIMARY KEY (`document_id`, `revision`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- AlterTable
ALTER TABLE `project` ADD COLUMN `checks` LONGTEXT NULL;

-- AlterTable
ALTER TABLE `document` ADD COLUMN `checks` VARCHAR(191) NULL;

-- AddForeignKey
ALTER TABLE `attachment_chunk` ADD CONSTRAINT `attachment_chunk_attachment_id_fkey` FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `attachment_use` ADD CONSTRAINT `attachment_use_attachment_id_fkey` FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
