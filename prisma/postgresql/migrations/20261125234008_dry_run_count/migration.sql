-- CreateTable
CREATE TABLE "dry_run_count" (
    "token_id" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "dry_run_count_pkey" PRIMARY KEY ("token_id")
);
