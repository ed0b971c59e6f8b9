-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN "details" TEXT;

-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN "made_by_id" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "must_change_password" BOOLEAN;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "password_changed_at" DATETIME;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_secret" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_offered_at" DATETIME;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_since" DATETIME;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_step" INTEGER;

-- CreateTable
CREATE TABLE "backup_code" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" DATETIME,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "backup_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "second_factor_demand" (
    "scope" TEXT NOT NULL PRIMARY KEY,
    "created_at" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "session" ADD COLUMN "generation" INTEGER;

-- AlterTable
ALTER TABLE "session" ADD COLUMN "rotated_at" DATETIME;

-- CreateIndex
CREATE INDEX "one_time_link_person_id_idx" ON "one_time_link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "backup_code_person_id_code_hash_key" ON "backup_code"("person_id", "code_hash");
