/** Who stands in on a document, as its column says it: `person:<id>` or `role:<role>`. */
import type { StandIn } from '../../gate/facts.ts';

export function standInOf(column: string | null): StandIn | null {
  if (column === null) return null;
  const [kind, ...rest] = column.split(':');
  if (kind !== 'person' && kind !== 'role')
    throw new Error('a stand-in is neither person nor role');
  return { kind, id: rest.join(':') };
}

export function columnOf({ kind, id }: StandIn): string {
  return `${kind}:${id}`;
}
