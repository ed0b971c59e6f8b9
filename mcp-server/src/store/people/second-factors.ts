/** The second factor of an account, and its backup codes. Every step of it is a compare-and-set: of two at once one wins. */
import type { Reader, Transaction } from '@flowgate/database';

/** False: there is a factor in use. One on offer is replaced. */
export async function offerSecondFactor(
  transaction: Transaction,
  personId: string,
  secret: string,
  now: Date,
): Promise<boolean> {
  const offered = await transaction.person.updateMany({
    where: { id: personId, secondFactorSince: null },
    data: { secondFactorSecret: secret, secondFactorOfferedAt: now, secondFactorStep: null },
  });
  return offered.count === 1;
}

/** False: it isn't the one on offer any more. `step` is that of the code it was confirmed with. */
export async function turnSecondFactorOn(
  transaction: Transaction,
  personId: string,
  secret: string,
  step: number,
  now: Date,
): Promise<boolean> {
  const on = await transaction.person.updateMany({
    where: { id: personId, secondFactorSecret: secret, secondFactorSince: null },
    data: { secondFactorSince: now, secondFactorOfferedAt: null, secondFactorStep: step },
  });
  return on.count === 1;
}

/** With its backup codes. False: there was none. */
export async function turnSecondFactorOff(
  transaction: Transaction,
  personId: string,
): Promise<boolean> {
  await transaction.backupCode.deleteMany({ where: { personId } });
  const off = await transaction.person.updateMany({
    where: { id: personId, NOT: { secondFactorSecret: null } },
    data: {
      secondFactorSecret: null,
      secondFactorOfferedAt: null,
      secondFactorSince: null,
      secondFactorStep: null,
    },
  });
  return off.count === 1;
}

/** False: this step, or a later one, was used before. `secret` is written where it was sealed anew. */
export async function burnStep(
  transaction: Transaction,
  personId: string,
  step: number,
  secret: string,
): Promise<boolean> {
  const burnt = await transaction.person.updateMany({
    where: {
      id: personId,
      NOT: { secondFactorSince: null },
      OR: [{ secondFactorStep: null }, { secondFactorStep: { lt: step } }],
    },
    data: { secondFactorStep: step, secondFactorSecret: secret },
  });
  return burnt.count === 1;
}

export interface NewBackupCode {
  readonly id: string;
  readonly codeHash: string;
}

/** The old ones are worth nothing from here on. */
export async function replaceBackupCodes(
  transaction: Transaction,
  personId: string,
  codes: readonly NewBackupCode[],
  now: Date,
): Promise<void> {
  await transaction.backupCode.deleteMany({ where: { personId } });
  await transaction.backupCode.createMany({
    data: codes.map((code) => ({ ...code, personId, createdAt: now, usedAt: null })),
  });
}

export function listUnusedBackupCodes(reader: Reader, personId: string) {
  return reader.backupCode.findMany({
    where: { personId, usedAt: null },
    select: { id: true, codeHash: true },
  });
}

export function countUnusedBackupCodes(reader: Reader, personId: string): Promise<number> {
  return reader.backupCode.count({ where: { personId, usedAt: null } });
}

/** False: it was used before. */
export async function useBackupCode(
  transaction: Transaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const used = await transaction.backupCode.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: now },
  });
  return used.count === 1;
}
