/** Where nobody gets in without a second factor: the installation, or single projects. */
import type { Reader, Transaction } from '@flowgate/database';

/** Stands for the whole installation; no slug can be this. */
export const EVERYWHERE = '*';

export interface SecondFactorDemands {
  readonly ofInstallation: boolean;
  readonly ofProjects: readonly string[];
}

/** One statement. */
export async function readSecondFactorDemands(reader: Reader): Promise<SecondFactorDemands> {
  const rows = await reader.secondFactorDemand.findMany({ select: { scope: true } });
  const scopes = rows.map(({ scope }) => scope);
  return {
    ofInstallation: scopes.includes(EVERYWHERE),
    ofProjects: scopes.filter((scope) => scope !== EVERYWHERE),
  };
}

/** One statement. */
export async function isSecondFactorDemanded(reader: Reader, scope: string): Promise<boolean> {
  return (await reader.secondFactorDemand.count({ where: { scope } })) > 0;
}

/** False: it was so already. */
export async function demandSecondFactor(
  transaction: Transaction,
  scope: string,
  demanded: boolean,
  now: Date,
): Promise<boolean> {
  const { count: gone } = await transaction.secondFactorDemand.deleteMany({ where: { scope } });
  if (demanded) await transaction.secondFactorDemand.create({ data: { scope, createdAt: now } });
  return gone > 0 !== demanded;
}
