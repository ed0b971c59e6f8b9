/** What happened and the proof of it, and what may not be told. */
import { exportAudit } from '../../actions/audit/export-audit.ts';
import { listAudit } from '../../actions/audit/list-audit.ts';
import { verifyLog } from '../../actions/audit/verify-log.ts';
import { redactRevision } from '../../actions/documents/redact-revision.ts';
import { allowSecret, disallowSecret } from '../../actions/secrets/allow-secret.ts';
import { listSecrets } from '../../actions/secrets/list-secrets.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const SEARCH = { limit: 'searches' } as const;

export const auditRoutes: readonly Route[] = [
  route('get', '/audit', listAudit, SEARCH),
  route('get', '/audit/export', exportAudit, { ...SEARCH, lines: true }),
  route('get', '/audit/verification', verifyLog, SEARCH),

  route('post', '/documents/:documentId/revisions/:revision/redaction', redactRevision),
  route('get', '/projects/:project/secrets', listSecrets),
  route('put', '/projects/:project/secrets/:findingId', allowSecret),
  route('delete', '/projects/:project/secrets/:findingId', disallowSecret, { status: HTTP.ok }),
];
