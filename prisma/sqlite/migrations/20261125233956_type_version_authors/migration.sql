-- AlterTable
ALTER TABLE "document_type_version" ADD COLUMN "author_id" TEXT;

-- AlterTable
ALTER TABLE "document_type_version" ADD COLUMN "author_name" TEXT;
