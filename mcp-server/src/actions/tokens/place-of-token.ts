/** Where a token stands, looked up: its id says nothing. */
import type { Dependencies } from '../../dependencies.ts';
import type { Place } from '../../identity/permissions.ts';
import { findToken } from '../../store/tokens/tokens.ts';

export async function placeOfToken(
  { token_id }: { readonly token_id: string },
  { database }: Pick<Dependencies, 'database'>,
): Promise<Place | null> {
  const token = await findToken(database.reader, token_id);
  if (token === null) return null;
  const { projectId, groupId } = token;
  return groupId === null ? { projectId } : { projectId, groupId };
}
