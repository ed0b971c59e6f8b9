/** A type that a preset or an instruction names can't go away under it. */
import type { Reader } from '@flowgate/database';
import {
  listPresetRecords,
  listTypeRecords,
  type TypeRecord,
} from '../../store/types/definition-rows.ts';
import { stepsOf } from '../../store/types/stored-content.ts';
import { EVERY_PROJECT } from '../../store/types/type-catalogue.ts';
import { refused } from './change-definitions.ts';

/** Throws `definition_in_use`, naming one that needs it; other projects' names are not told. */
export async function requireUnnamed(reader: Reader, type: TypeRecord): Promise<void> {
  const { code, scope, series } = type;
  // The server writes the last document of every group itself.
  if (series === 'closing') throw refused('definition_in_use', { code, by: 'AC' });
  const all = await listTypeRecords(reader);
  const standsIn = (other: string) =>
    all.some((one) => one.code === code && one.id !== type.id && one.active && one.scope === other);
  // Where another of the same code is in reach, that one is meant from now on.
  const means = (other: string) =>
    scope === EVERY_PROJECT
      ? other === EVERY_PROJECT || !standsIn(other)
      : other === scope && !standsIn(EVERY_PROJECT);
  const presets = await listPresetRecords(reader);
  const naming = [
    ...all
      .filter((one) => one.active && one.stored.reportType === code)
      .map((one) => ({ scope: one.scope, name: one.code })),
    ...presets
      .filter((preset) => stepsOf(preset.stored).some((step) => step.type === code))
      .map((preset) => ({ scope: preset.scope, name: preset.code })),
  ].filter((one) => means(one.scope));
  const [first] = naming;
  if (first === undefined) return;
  const told = naming.find((one) => one.scope === scope);
  throw refused('definition_in_use', { code, ...(told ? { by: told.name } : {}) });
}
