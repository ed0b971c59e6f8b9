-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "findings_hash" TEXT;

-- AlterTable
ALTER TABLE "held_verdict" ADD COLUMN "review" TEXT;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN "raised_kind" TEXT;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN "advice" BOOLEAN;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN "answered_at" DATETIME;

-- AlterTable
ALTER TABLE "document" ADD COLUMN "review_stop" TEXT;
