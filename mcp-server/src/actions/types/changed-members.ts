/** Which members of a type two versions say differently, as the wire names them. */
import { isDeepStrictEqual } from 'node:util';
import type { StoredType } from '../../store/types/stored-content.ts';

const MEMBERS = [
  ['names', 'names'],
  ['purposes', 'purposes'],
  ['guides', 'guides'],
  ['templates', 'templates'],
  ['criteria_headings', 'criteriaHeadings'],
  ['fields', 'fieldSchema'],
  ['gate', 'gate'],
  ['report_type', 'reportType'],
  ['follows', 'follows'],
] as const satisfies readonly (readonly [string, keyof StoredType])[];

interface Version {
  readonly stored: StoredType;
  readonly sortOrder?: number;
}

/** Texts are compared in every language somebody wrote; the order of a schema's fields counts, for they make a form. */
export function changedMembers(before: Version, after: Version): string[] {
  const changed: string[] = MEMBERS.filter(
    ([, member]) => !same(before.stored[member], after.stored[member]),
  ).map(([name]) => name);
  if (before.sortOrder !== after.sortOrder) changed.push('sort_order');
  if ((before.stored.active ?? true) !== (after.stored.active ?? true)) changed.push('active');
  return changed;
}

function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  return (
    isDeepStrictEqual(plain(one), plain(other)) &&
    fieldNames(one).join() === fieldNames(other).join()
  );
}

function fieldNames(value: unknown): string[] {
  const properties = (value as { properties?: object } | null)?.properties;
  return Object.keys(properties ?? {});
}
