import type { MemberListView } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';

export type Role = ReturnType<(typeof MemberListView)['parse']>['members'][number]['role'];

/** The roles of a project in words, the least first. */
export const ROLES: Record<Role, () => string> = {
  viewer: m.role_viewer,
  author: m.role_author,
  reviewer: m.role_reviewer,
  maintainer: m.role_maintainer,
};
