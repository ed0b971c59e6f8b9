-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN "details" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "one_time_link" ADD COLUMN "made_by_id" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "person" ADD COLUMN "must_change_password" BOOLEAN;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "password_changed_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_secret" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_offered_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_since" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN "second_factor_step" INTEGER;

-- CreateTable
CREATE TABLE "backup_code" (
    "id" TEXT COLLATE "C" NOT NULL,
    "person_id" TEXT COLLATE "C" NOT NULL,
    "code_hash" TEXT COLLATE "C" NOT NULL,
    "used_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "backup_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor_demand" (
    "scope" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "second_factor_demand_pkey" PRIMARY KEY ("scope")
);

-- AlterTable
ALTER TABLE "session" ADD COLUMN "generation" INTEGER;

-- AlterTable
ALTER TABLE "session" ADD COLUMN "rotated_at" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "one_time_link_person_id_idx" ON "one_time_link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "backup_code_person_id_code_hash_key" ON "backup_code"("person_id", "code_hash");

-- AddForeignKey
ALTER TABLE "backup_code" ADD CONSTRAINT "backup_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
