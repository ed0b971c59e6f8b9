/** What a project is made of: members, tokens. */
import { createProject } from '../../actions/projects/create-project.ts';
import { listMembers } from '../../actions/projects/list-members.ts';
import { listProjects } from '../../actions/projects/list-projects.ts';
import { readProject } from '../../actions/projects/read-project.ts';
import { setMember } from '../../actions/projects/set-member.ts';
import { updateProject } from '../../actions/projects/update-project.ts';
import { extendToken } from '../../actions/tokens/extend-token.ts';
import { issueToken } from '../../actions/tokens/issue-token.ts';
import { listTokens } from '../../actions/tokens/list-tokens.ts';
import { readHandoff } from '../../actions/tokens/read-handoff.ts';
import { revokeToken } from '../../actions/tokens/revoke-token.ts';
import { HTTP } from '../http-status.ts';
import { type Route, route } from './route.ts';

const CREATED = { status: HTTP.created };

export const projectsRoutes: readonly Route[] = [
  route('get', '/projects', listProjects),
  route('post', '/projects', createProject, CREATED),
  route('get', '/projects/:project', readProject),
  route('patch', '/projects/:project', updateProject),
  route('get', '/projects/:project/members', listMembers),
  route('put', '/projects/:project/members/:username', setMember),

  route('get', '/tokens', listTokens),
  route('post', '/tokens', issueToken, CREATED),
  route('get', '/tokens/:tokenId/handoff', readHandoff),
  route('post', '/tokens/:tokenId/extension', extendToken),
  route('delete', '/tokens/:tokenId', revokeToken),
];
