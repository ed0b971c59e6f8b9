/** At every start: the document types and presets that the product ships are in the tables. */
import { readShippedPresets, readShippedTypes } from '../../../shipped/read-shipped.ts';
import type { Dependencies } from '../../dependencies.ts';
import { seedTypes } from '../../store/types/seed-types.ts';

/** Returns how many were new or newer than the tables'; what an admin has edited stays. */
export function seedShipped({
  database,
  newId,
  clock,
}: Pick<Dependencies, 'database' | 'newId' | 'clock'>): Promise<number> {
  return seedTypes(database, readShippedTypes(), readShippedPresets(), { newId, now: clock.now() });
}
