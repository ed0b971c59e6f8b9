-- AlterTable
ALTER TABLE "document_type_version" ADD COLUMN "author_id" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "document_type_version" ADD COLUMN "author_name" TEXT COLLATE "C";
