/** The one row per log that holds its newest position and hash. */
import type { Reader } from '@flowgate/database';

/** Null: there is no such log. */
export function findLog(reader: Reader, projectId: string) {
  return reader.projectLog.findUnique({ where: { projectId } });
}
