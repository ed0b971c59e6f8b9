/** Addresses of resources: which there are, and who may read what one names. */
import { placeOfDocument, placeOfGroup } from '../../actions/places.ts';
import { documentId, groupId, typeCode } from '../../contracts/index.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { can, type Place } from '../../identity/permissions.ts';

/** Longer is nothing of ours, and patterns never run over it. */
const URI_CHARACTERS_MAX = 200;

export type ResourceName =
  | { readonly kind: 'types' }
  | { readonly kind: 'type'; readonly code: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'document'; readonly id: string };

export function resourceNameOf(uri: string): ResourceName | null {
  if (uri.length > URI_CHARACTERS_MAX) return null;
  if (uri === 'flowgate://types') return { kind: 'types' };
  const [, list, name = ''] =
    /^flowgate:\/\/(types|groups|documents)\/([A-Za-z0-9._-]+)$/.exec(uri) ?? [];
  if (list === 'types' && typeCode.safeParse(name).success) return { kind: 'type', code: name };
  if (list === 'groups' && groupId.safeParse(name).success) return { kind: 'group', id: name };
  if (list === 'documents' && documentId.safeParse(name).success)
    return { kind: 'document', id: name };
  return null;
}

/** Whether a token may hear of a resource. Types belong to everybody who may read. */
export function mayReadUri(caller: AgentCaller, uri: string): boolean {
  const name = resourceNameOf(uri);
  if (name === null) return false;
  return can(caller, 'project.read', placeOf(name, caller));
}

function placeOf(name: ResourceName, caller: AgentCaller): Place {
  if (name.kind === 'group') return placeOfGroup(name.id);
  if (name.kind === 'document') return placeOfDocument(name.id);
  const { projectId, groupId } = caller.token;
  return { projectId, ...(groupId === null ? {} : { groupId }) };
}
