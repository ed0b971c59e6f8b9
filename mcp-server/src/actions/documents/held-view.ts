/** A verdict still on its way: visible to people only, undone by its giver. */
import type { Reader } from '@flowgate/database';
import type { z } from 'zod';
import type { HeldVerdictView } from '../../contracts/documents.ts';
import type { Call } from '../../dependencies.ts';
import { personNames } from '../../store/people/person-names.ts';
import { wireTime } from '../times.ts';

interface HeldRow {
  readonly id: string;
  readonly verb: string;
  readonly revision: number;
  readonly personId: string;
  readonly dueAt: Date;
}

export async function heldView(
  reader: Reader,
  held: HeldRow,
  { caller }: Call,
): Promise<z.input<typeof HeldVerdictView>> {
  const names = await personNames(reader, [held.personId]);
  return {
    id: held.id,
    verb: held.verb as 'approve' | 'request_revision',
    revision: held.revision,
    by: {
      kind: 'person',
      id: held.personId,
      name: names.get(held.personId) ?? held.personId,
    },
    due_at: wireTime(held.dueAt),
    mine: caller.kind === 'person' && caller.id === held.personId,
  };
}
