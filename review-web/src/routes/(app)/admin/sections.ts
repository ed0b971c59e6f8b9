import type { MeView } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';
import { paths } from '#lib/paths.ts';

export interface AdminSection {
  readonly id: string;
  readonly label: () => string;
  readonly href: string;
  /** Of the installation, or held in at least one project: whoever lacks it has no use for the page. */
  readonly permission: string;
}

/** The pages of the administration, in the order of its tabs. A page is a row here. */
export const ADMIN_SECTIONS: readonly AdminSection[] = [
  { id: 'projects', label: m.projects_title, href: paths.projects(), permission: 'project.change' },
  { id: 'types', label: m.types_title, href: paths.types(), permission: 'type.manage' },
  {
    id: 'presets',
    label: m.presets_title,
    href: paths.presets(),
    permission: 'preset.manage',
  },
  { id: 'users', label: m.users_title, href: paths.users(), permission: 'person.manage' },
  { id: 'audit', label: m.audit_title, href: paths.audit(), permission: 'audit.read' },
  { id: 'secrets', label: m.secrets_title, href: paths.secrets(), permission: 'secret.allow' },
  { id: 'webhooks', label: m.webhooks_title, href: paths.webhooks(), permission: 'webhook.manage' },
];

/** The pages this person has a use for. */
export function adminSectionsFor(me: MeView): readonly AdminSection[] {
  const held = new Set([
    ...me.permissions,
    ...me.projects.flatMap(({ permissions }) => permissions),
  ]);
  return ADMIN_SECTIONS.filter(({ permission }) => held.has(permission));
}
