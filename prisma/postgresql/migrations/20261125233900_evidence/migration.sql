-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "project_id" TEXT COLLATE "C" NOT NULL,
    "group_id" TEXT COLLATE "C",
    "file_name" TEXT COLLATE "C" NOT NULL,
    "media_type" TEXT COLLATE "C",
    "total_bytes" INTEGER,
    "received_bytes" INTEGER NOT NULL,
    "chunk_count" INTEGER NOT NULL,
    "expected_sha256" TEXT COLLATE "C",
    "sha256" TEXT COLLATE "C",
    "by_kind" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "completed_at" TIMESTAMP(3),
    "named_at" TIMESTAMP(3),
    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_chunk" (
    "attachment_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "attachment_chunk_pkey" PRIMARY KEY ("attachment_id", "number")
);

-- CreateTable
CREATE TABLE "attachment_use" (
    "document_id" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "attachment_id" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "attachment_use_pkey" PRIMARY KEY ("document_id", "revision", "attachment_id")
);

-- CreateTable
CREATE TABLE "observed_evidence" (
    "id" TEXT COLLATE "C" NOT NULL,
    "document_id" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "sha" TEXT COLLATE "C" NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "by_id" TEXT COLLATE "C" NOT NULL,
    "by_name" TEXT COLLATE "C" NOT NULL,
    "issuer_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "observed_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_findings" (
    "document_id" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "found_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "revision_findings_pkey" PRIMARY KEY ("document_id", "revision")
);

-- AlterTable
ALTER TABLE "project" ADD COLUMN "checks" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "document" ADD COLUMN "checks" TEXT COLLATE "C";

-- CreateIndex
CREATE INDEX "attachment_group_id_idx" ON "attachment"("group_id");

-- CreateIndex
CREATE INDEX "attachment_by_id_created_at_idx" ON "attachment"("by_id", "created_at");

-- CreateIndex
CREATE INDEX "attachment_use_attachment_id_idx" ON "attachment_use"("attachment_id");

-- CreateIndex
CREATE INDEX "observed_evidence_document_id_revision_idx" ON "observed_evidence"("document_id", "revision");

-- AddForeignKey
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_use" ADD CONSTRAINT "attachment_use_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
