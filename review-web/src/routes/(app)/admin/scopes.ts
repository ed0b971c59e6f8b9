import type { MeView } from '@flowgate/server/contracts';

/** Whose types or presets are shown: of the installation (the empty slug, for admins), or of one project. */
export interface Scopes {
  readonly chosen: string;
  readonly offered: readonly { readonly slug: string; readonly title: string }[];
  readonly isAdmin: boolean;
}

/** The scope wished for, if there is a right to it; else the first there is. */
export function scopesFor(me: MeView, permission: string, wish: string | null): Scopes {
  const offered = me.projects
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ slug, title }) => ({ slug, title }));
  const isAdmin = me.user.is_admin;
  const known = offered.some(({ slug }) => slug === wish);
  const first = isAdmin ? '' : (offered[0]?.slug ?? '');
  return { chosen: known && wish !== null ? wish : first, offered, isAdmin };
}
