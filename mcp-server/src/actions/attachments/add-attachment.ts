/** Takes bytes in before any document names them: whole in one call, or a first piece of an upload that goes on. */
import { AddAttachmentInput, AttachmentAddedView } from '../../contracts/attachments.ts';
import type { Call } from '../../dependencies.ts';
import { ATTACHMENT_CHUNKS_MAX, ATTACHMENTS_UNNAMED_MAX } from '../../gate/limits.ts';
import type { Place } from '../../identity/permissions.ts';
import { problems } from '../../problems.ts';
import { countUnnamed, insertAttachment } from '../../store/attachments/attachments.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { placeOfBearer, placeOfGroup } from '../places.ts';
import { attachmentView } from './attachment-view.ts';
import { receiveBytes } from './receive-bytes.ts';

export const addAttachment = action({
  name: 'add_attachment',
  input: AddAttachmentInput,
  output: AttachmentAddedView,
  permission: 'attachment.add',
  place: placeOfUpload,
  async run(dependencies, call, input) {
    const { database, clock, newId } = dependencies;
    const { projectId, groupId = null } = placeOfUpload(input, call) ?? {};
    if (projectId === undefined) throw problems.notFound();
    const by = actorOf(call.caller);
    if ((await countUnnamed(database.reader, by.id)) >= ATTACHMENTS_UNNAMED_MAX) {
      throw problems.uploadsTooMany(ATTACHMENTS_UNNAMED_MAX);
    }
    if (groupId !== null && (await database.reader.group.count({ where: { id: groupId } })) === 0) {
      throw problems.notFound();
    }
    const row = await database.inTransaction((transaction) =>
      insertAttachment(transaction, {
        id: newId(),
        projectId,
        groupId,
        fileName: input.file_name,
        totalBytes: input.total_bytes ?? null,
        receivedBytes: 0,
        chunkCount: 0,
        expectedSha256: input.sha256 ?? null,
        byKind: by.kind,
        byId: by.id,
        byName: by.name,
        createdAt: clock.now(),
      }),
    );
    const received = await receiveBytes(dependencies, row, input.content, ATTACHMENT_CHUNKS_MAX);
    return { attachment: attachmentView(received) };
  },
});

/** The bearer's own place, or the group or project that is named. A person names a group. */
function placeOfUpload(
  input: { readonly group?: string | undefined; readonly project?: string | undefined },
  call: Call,
): Place | null {
  if (input.group !== undefined) return placeOfGroup(input.group);
  const own = placeOfBearer(call);
  return own !== null && (input.project === undefined || input.project === own.projectId)
    ? own
    : null;
}
