/** For agents without MCP: every tool as a plain call, and the inbox in the older system's wire form with its help. */
import { readHelp } from '../../actions/inbox/read-help.ts';
import { readHelpQuestion } from '../../actions/inbox/read-help-question.ts';
import { readHelpTypes } from '../../actions/inbox/read-help-types.ts';
import { receiveInbox } from '../../actions/inbox/receive-inbox.ts';
import { HTTP } from '../http-status.ts';
import { tools } from '../mcp/tools.ts';
import { type Route, route } from './route.ts';

const summaries = () =>
  tools.map(({ name, description, scopes }) => ({ name, summary: description, scopes }));

export const agentsRoutes: readonly Route[] = [
  route('post', '/inbox', receiveInbox, {
    limit: 'inbox',
    statusOf: (answer) => ((answer as { dry_run?: true }).dry_run ? HTTP.ok : HTTP.created),
    errors: 'inbox',
  }),
  route('get', '/help', readHelp(summaries), { errors: 'inbox' }),
  route('get', '/help/doc_type', readHelpTypes, { errors: 'inbox' }),
  route('get', '/help/question', readHelpQuestion, { errors: 'inbox' }),

  ...tools.map(({ name, action }) => route('post', `/tools/${name}`, action)),
];
