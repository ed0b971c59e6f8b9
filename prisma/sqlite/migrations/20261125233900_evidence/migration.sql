-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "group_id" TEXT,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT,
    "total_bytes" INTEGER,
    "received_bytes" INTEGER NOT NULL,
    "chunk_count" INTEGER NOT NULL,
    "expected_sha256" TEXT,
    "sha256" TEXT,
    "by_kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "completed_at" DATETIME,
    "named_at" DATETIME
);

-- CreateTable
CREATE TABLE "attachment_chunk" (
    "attachment_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    PRIMARY KEY ("attachment_id", "number"),
    CONSTRAINT "attachment_chunk_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "attachment_use" (
    "document_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "attachment_id" TEXT NOT NULL,
    PRIMARY KEY ("document_id", "revision", "attachment_id"),
    CONSTRAINT "attachment_use_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "observed_evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "document_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "revision_findings" (
    "document_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "found_at" DATETIME NOT NULL,
    PRIMARY KEY ("document_id", "revision")
);

-- AlterTable
ALTER TABLE "project" ADD COLUMN "checks" TEXT;

-- AlterTable
ALTER TABLE "document" ADD COLUMN "checks" TEXT;

-- CreateIndex
CREATE INDEX "attachment_group_id_idx" ON "attachment"("group_id");

-- CreateIndex
CREATE INDEX "attachment_by_id_created_at_idx" ON "attachment"("by_id", "created_at");

-- CreateIndex
CREATE INDEX "attachment_use_attachment_id_idx" ON "attachment_use"("attachment_id");

-- CreateIndex
CREATE INDEX "observed_evidence_document_id_revision_idx" ON "observed_evidence"("document_id", "revision");
