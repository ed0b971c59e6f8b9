-- CreateTable
CREATE TABLE "secret_finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "caller_kind" TEXT NOT NULL,
    "caller_id" TEXT NOT NULL,
    "caller_name" TEXT NOT NULL,
    "found_at" DATETIME NOT NULL,
    "allowed_at" DATETIME,
    "allowed_by_id" TEXT,
    "allowed_by" TEXT,
    "note" TEXT
);

-- AlterTable
ALTER TABLE "project" ADD COLUMN "retention_days" INTEGER;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "salt" TEXT;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "redacted_at" DATETIME;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "redacted_by" TEXT;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "redacted_because" TEXT;

-- CreateIndex
CREATE INDEX "event_project_id_kind_position_idx" ON "event"("project_id", "kind", "position");

-- CreateIndex
CREATE INDEX "event_project_id_actor_id_position_idx" ON "event"("project_id", "actor_id", "position");

-- CreateIndex
CREATE INDEX "event_project_id_at_idx" ON "event"("project_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "secret_finding_project_id_fingerprint_key" ON "secret_finding"("project_id", "fingerprint");

-- CreateIndex
CREATE INDEX "secret_finding_project_id_found_at_idx" ON "secret_finding"("project_id", "found_at");
