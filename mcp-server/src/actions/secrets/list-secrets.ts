/** What agents were refused for in a project, and what has been allowed: for those who may allow. */
import { ListSecretsInput, SecretListView } from '../../contracts/secrets.ts';
import type { ActorKind } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { findLog } from '../../store/events/read-log.ts';
import { listSecretFindings } from '../../store/secrets/secret-findings.ts';
import { action } from '../action.ts';
import { wireTime } from '../times.ts';

export const listSecrets = action({
  name: 'list_secrets',
  input: ListSecretsInput,
  output: SecretListView,
  permission: 'secret.allow',
  place: ({ project }) => ({ projectId: project }),
  async run({ database: { reader } }, _call, { project }) {
    if ((await findLog(reader, project)) === null) throw problems.notFound();
    const rows = await listSecretFindings(reader, project);
    return {
      findings: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        path: row.path,
        found_at: wireTime(row.foundAt),
        sent_by: { kind: row.callerKind as ActorKind, id: row.callerId, name: row.callerName },
        allowed:
          row.allowedAt === null
            ? null
            : { at: wireTime(row.allowedAt), by: row.allowedBy ?? '', note: row.note ?? '' },
      })),
    };
  },
});
