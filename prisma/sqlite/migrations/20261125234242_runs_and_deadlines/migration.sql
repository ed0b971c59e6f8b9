-- AlterTable
ALTER TABLE "notification" ADD COLUMN "run_id" TEXT;

-- AlterTable
ALTER TABLE "token" ADD COLUMN "run_steps_max" INTEGER;

-- AlterTable
ALTER TABLE "token" ADD COLUMN "run_revisions_max" INTEGER;

-- AlterTable
ALTER TABLE "token" ADD COLUMN "run_seconds" INTEGER;

-- AlterTable
ALTER TABLE "run" ADD COLUMN "digested_at" DATETIME;

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "read_at" DATETIME;

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "read_by_id" TEXT;

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "read_by_name" TEXT;

-- AlterTable
ALTER TABLE "work_group" ADD COLUMN "reviewer_ids" TEXT;

-- AlterTable
ALTER TABLE "document" ADD COLUMN "reminded_at" DATETIME;

-- AlterTable
ALTER TABLE "document" ADD COLUMN "handed_to" TEXT;
