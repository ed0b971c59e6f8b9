-- AlterTable
ALTER TABLE "notification" ADD COLUMN "run_id" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "token" ADD COLUMN "run_steps_max" INTEGER;

-- AlterTable
ALTER TABLE "token" ADD COLUMN "run_revisions_max" INTEGER;

-- AlterTable
ALTER TABLE "token" ADD COLUMN "run_seconds" INTEGER;

-- AlterTable
ALTER TABLE "run" ADD COLUMN "digested_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "read_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "read_by_id" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "verdict" ADD COLUMN "read_by_name" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "work_group" ADD COLUMN "reviewer_ids" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "document" ADD COLUMN "reminded_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "document" ADD COLUMN "handed_to" TEXT COLLATE "C";
