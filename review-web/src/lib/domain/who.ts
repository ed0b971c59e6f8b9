import { m } from '#lib/paraglide/messages.js';

const ROLES: Record<string, () => string> = {
  viewer: m.role_viewer,
  author: m.role_author,
  reviewer: m.role_reviewer,
  maintainer: m.role_maintainer,
};

/** Whom something waits for: a person or agent by name, or a role in the reader's language. */
export function whoIs(who: string): string {
  return ROLES[who]?.() ?? who;
}
