-- AlterTable
ALTER TABLE "turn" ADD COLUMN "salt" TEXT COLLATE "C";
