-- AlterTable
ALTER TABLE "project" ADD COLUMN "type_instructions" TEXT COLLATE "C";
