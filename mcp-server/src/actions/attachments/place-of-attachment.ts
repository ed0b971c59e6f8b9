/** Where an attachment stands: with its sender alone until a document names it, then in that document's group. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { Place } from '../../identity/permissions.ts';
import { type AttachmentRow, findAttachment } from '../../store/attachments/attachments.ts';
import { actorOf } from '../actor-of.ts';

/** Null for what is foreign, unnamed and somebody else's, or missing: all three look the same. */
export async function placeOfAttachment(
  { database }: Dependencies,
  call: Call,
  id: string,
): Promise<Place | null> {
  const row = await findAttachment(database.reader, id);
  if (row === null || (row.namedAt === null && !isOwn(call, row))) return null;
  return placeOf(row);
}

/** Its id is known to nobody but its sender: whoever has it, and may add here, goes on with it. */
export async function placeOfUpload({ database }: Dependencies, id: string): Promise<Place | null> {
  const row = await findAttachment(database.reader, id);
  return row === null ? null : placeOf(row);
}

export function isOwn(call: Call, { byId }: Pick<AttachmentRow, 'byId'>): boolean {
  return call.caller.kind !== 'stranger' && actorOf(call.caller).id === byId;
}

function placeOf({ projectId, groupId }: AttachmentRow): Place {
  return groupId === null ? { projectId } : { projectId, groupId };
}
