/** A preset as those who write presets see it. */
import type { PresetDefinitionView } from '../../contracts/presets.ts';
import type { PresetRecord } from '../../store/types/definition-rows.ts';
import { stepsOf } from '../../store/types/stored-content.ts';
import { projectOf } from '../types/change-definitions.ts';
import { gatePolicyView } from '../types/gate-policy.ts';

export function presetDefinitionView(record: PresetRecord): PresetDefinitionView {
  const [root, ...steps] = stepsOf(record.stored);
  return {
    project: projectOf(record.scope),
    code: record.code,
    built_in: record.builtIn,
    version: record.version,
    sort_order: record.sortOrder,
    names: record.stored.names,
    descriptions: record.stored.descriptions,
    root: root?.type ?? '',
    steps: steps.map(({ type, note, gate }) => ({
      type,
      note: note ?? null,
      gate: gate === undefined ? null : gatePolicyView(gate),
    })),
  };
}
