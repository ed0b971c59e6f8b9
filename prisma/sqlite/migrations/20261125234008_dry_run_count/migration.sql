-- CreateTable
CREATE TABLE "dry_run_count" (
    "token_id" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL
);
