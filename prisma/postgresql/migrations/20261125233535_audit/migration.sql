-- CreateTable
CREATE TABLE "secret_finding" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "caller_kind" TEXT COLLATE "C" NOT NULL,
    "caller_id" TEXT COLLATE "C" NOT NULL,
    "caller_name" TEXT COLLATE "C" NOT NULL,
    "found_at" TIMESTAMP(3) NOT NULL,
    "allowed_at" TIMESTAMP(3),
    "allowed_by_id" TEXT COLLATE "C",
    "allowed_by" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    CONSTRAINT "secret_finding_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "project" ADD COLUMN "retention_days" INTEGER;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "salt" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "redacted_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "redacted_by" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "redacted_because" TEXT COLLATE "C";

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
