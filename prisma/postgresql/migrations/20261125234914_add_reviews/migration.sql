-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "findings_hash" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "held_verdict" ADD COLUMN "review" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "thread" ADD COLUMN "raised_kind" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "thread" ADD COLUMN "advice" BOOLEAN;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN "answered_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "document" ADD COLUMN "review_stop" TEXT COLLATE "C";
