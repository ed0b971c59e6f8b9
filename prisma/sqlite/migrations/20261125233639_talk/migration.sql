-- AlterTable
ALTER TABLE "question" ADD COLUMN "asked_since" DATETIME;

-- AlterTable
ALTER TABLE "question" ADD COLUMN "raised_count" INTEGER;

-- AlterTable
ALTER TABLE "turn" ADD COLUMN "stale_since" INTEGER;

-- AlterTable
ALTER TABLE "document" ADD COLUMN "turn_count" INTEGER;
