/** What happened, and the proof of it. */
import { exportAudit } from '../../actions/audit/export-audit.ts';
import { listAudit } from '../../actions/audit/list-audit.ts';
import { verifyLog } from '../../actions/audit/verify-log.ts';
import { type Route, route } from './route.ts';

export const auditRoutes: readonly Route[] = [
  route('get', '/audit', listAudit),
  route('get', '/audit/export', exportAudit, { lines: true }),
  route('get', '/audit/verification', verifyLog),
];
