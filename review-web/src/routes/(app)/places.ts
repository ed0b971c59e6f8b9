import type { MeView } from '@flowgate/server/contracts';
import Bell from '@lucide/svelte/icons/bell';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import FolderTree from '@lucide/svelte/icons/folder-tree';
import Inbox from '@lucide/svelte/icons/inbox';
import KeyRound from '@lucide/svelte/icons/key-round';
import Route from '@lucide/svelte/icons/route';
import Settings from '@lucide/svelte/icons/settings-2';
import { m } from '#lib/paraglide/messages.js';
import { paths } from '#lib/paths.ts';
import { adminSectionsFor } from './admin/sections.ts';

/** The places of the app, in the order of the navigation. */
export const PLACES = [
  { name: 'queue', label: m.nav_queue, href: paths.queue(), icon: Inbox },
  { name: 'groups', label: m.nav_groups, href: paths.groups(), icon: FolderTree },
  { name: 'runs', label: m.nav_runs, href: paths.runs(), icon: Route },
  { name: 'questions', label: m.nav_questions, href: paths.questions(), icon: CircleHelp },
  { name: 'notifications', label: m.nav_notifications, href: paths.notifications(), icon: Bell },
  { name: 'tokens', label: m.nav_tokens, href: paths.tokens(), icon: KeyRound },
  { name: 'admin', label: m.nav_admin, href: paths.admin(), icon: Settings },
] as const;

/** The places this person has a use for. */
export function placesFor(me: MeView): (typeof PLACES)[number][] {
  const useless = new Set<string>();
  if (!me.projects.some((project) => project.permissions.includes('token.issue'))) {
    useless.add('tokens');
  }
  if (adminSectionsFor(me).length === 0) useless.add('admin');
  return PLACES.filter(({ name }) => !useless.has(name));
}

/** Whether `path` lies in this place; documents belong to the queue they are judged from. */
export function isIn(place: (typeof PLACES)[number], path: string): boolean {
  if (place.name === 'queue' && path.startsWith('/documents/')) return true;
  return path === place.href || path.startsWith(`${place.href}/`);
}
