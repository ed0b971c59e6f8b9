/** Readable ids carry their place: `shop.default.0072.0002-T` stands in group `shop.default.0072` of project `shop`. */
import type { Call } from '../dependencies.ts';
import type { Place } from '../identity/permissions.ts';

export function placeOfGroup(groupId: string): Place {
  return { projectId: groupId.slice(0, groupId.indexOf('.')), groupId };
}

export function groupOfDocument(documentId: string): string {
  return documentId.slice(0, documentId.lastIndexOf('.'));
}

export function placeOfDocument(documentId: string): Place {
  return placeOfGroup(groupOfDocument(documentId));
}

export function groupOfQuestion(questionId: string): string {
  return questionId.slice(0, questionId.lastIndexOf('-Q'));
}

/** Where a bearer works when it names nothing. Null for people: they must say. */
export function placeOfBearer({ caller }: Call): Place | null {
  if (caller.kind !== 'agent') return null;
  const { projectId, groupId } = caller.token;
  return groupId === null ? { projectId } : { projectId, groupId };
}
