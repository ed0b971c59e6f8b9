/** A part of a path: ids are readable and safe, but never trusted to be. */
const part = encodeURIComponent;

/** A page to go back to, only within this app. */
export function localPath(value: string | null | undefined): string {
  return value?.startsWith('/') && !value.startsWith('//') && !value.includes('\\')
    ? value
    : '/queue';
}

/** Without a project, or with the empty one, what belongs to the installation. */
function inProject(
  path: string,
  project: string | undefined,
  more: Record<string, number> = {},
): string {
  const asked = Object.entries({ ...(project ? { project } : {}), ...more });
  return asked.length === 0
    ? path
    : `${path}?${asked.map(([name, value]) => `${name}=${part(value)}`).join('&')}`;
}

/** Every address of the app, by name. */
export const paths = {
  home: () => '/queue',
  queue: () => '/queue',
  groups: (project?: string) => (project ? `/groups?project=${part(project)}` : '/groups'),
  group: (id: string) => `/groups/${part(id)}`,
  groupWrite: (id: string) => `/groups/${part(id)}/write`,
  /** A document beside the steps, by its type: a memo or a conversation. */
  groupOpen: (id: string, type: string) => `/groups/${part(id)}/write?type=${part(type)}`,
  groupTrace: (id: string) => `/groups/${part(id)}/trace`,
  groupEdit: (id: string) => `/groups/${part(id)}/edit`,
  document: (id: string) => `/documents/${part(id)}`,
  documentWrite: (id: string) => `/documents/${part(id)}/write`,
  documentRevision: (id: string, revision: number) => `/documents/${part(id)}?revision=${revision}`,
  documentChanges: (id: string, from: number, to: number) =>
    `/documents/${part(id)}?view=changes&from=${from}&to=${to}`,
  conversation: (id: string) => `/conversations/${part(id)}`,
  conversationTurn: (id: string, turn: number) =>
    `/conversations/${part(id)}?turn=${turn}#turn-${turn}`,
  conversationBefore: (id: string, turn: number) => `/conversations/${part(id)}?before=${turn}`,
  conversationAfter: (id: string, turn: number) => `/conversations/${part(id)}?after=${turn}`,
  /** What a document cites: another, or one turn of a conversation (`…0007-CH#12`). */
  cited: (cite: string) => {
    const [id = '', turn] = cite.split('#');
    return turn
      ? `/conversations/${part(id)}?turn=${part(turn)}#turn-${turn}`
      : `/documents/${part(id)}`;
  },
  runs: () => '/runs',
  run: (id: string) => `/runs/${part(id)}`,
  questions: () => '/questions',
  question: (id: string) => `/questions#${part(id)}`,
  notifications: () => '/notifications',
  newWork: (project?: string) => (project ? `/new?project=${part(project)}` : '/new'),
  newProject: () => '/projects/new',
  projects: () => '/admin/projects',
  project: (slug: string) => `/admin/projects/${part(slug)}`,
  tokens: () => '/tokens',
  token: (id: string) => `/tokens/${part(id)}`,
  newToken: (group?: string) => (group ? `/tokens/new?group=${part(group)}` : '/tokens/new'),
  admin: () => '/admin',
  webhooks: (project?: string) =>
    project ? `/admin/webhooks?project=${part(project)}` : '/admin/webhooks',
  webhook: (id: string) => `/admin/webhooks/${part(id)}`,
  types: (project?: string) => inProject('/admin/types', project),
  newType: (project?: string) => inProject('/admin/types/new', project),
  type: (code: string, project?: string, version?: number) =>
    inProject(`/admin/types/${part(code)}`, project, version === undefined ? {} : { version }),
  typePreview: () => '/admin/types/preview',
  presets: (project?: string) => inProject('/admin/presets', project),
  newPreset: (project?: string) => inProject('/admin/presets/new', project),
  preset: (code: string, project?: string) => inProject(`/admin/presets/${part(code)}`, project),
  audit: () => '/admin/audit',
  secrets: () => '/admin/secrets',
  auditExport: (project: string) => `/api/v1/audit/export?project=${part(project)}`,
  account: () => '/account',
  /** With the word what was just done there. */
  accountAfter: (done: 'password' | 'second_factor') => `/account?after=${done}`,
  accountPassword: () => '/account/password',
  accountSecondFactor: () => '/account/second-factor',
  users: () => '/admin/users',
  user: (username: string) => `/admin/users/${part(username)}`,
  link: () => '/link',
  signIn: (next?: string) =>
    next && next !== '/' && next !== '/queue' ? `/sign-in?next=${part(next)}` : '/sign-in',
  signInAfter: (done: 'password' | 'second_factor') => `/sign-in?after=${done}`,
  signInCode: (next?: string, backup = false) => {
    const query = new URLSearchParams();
    if (next) query.set('next', next);
    if (backup) query.set('with', 'backup');
    return query.size > 0 ? `/sign-in/code?${query}` : '/sign-in/code';
  },
  signOut: () => '/sign-out',
  preferences: () => '/preferences',
  attachment: (id: string) => `/api/v1/attachments/${part(id)}`,
  attachmentPreview: (id: string) => `/api/v1/attachments/${part(id)}?preview=true`,
  events: () => '/api/v1/events',
  /** Small, public and always there: whether the server answers at all. */
  probe: () => '/favicon.svg',
} as const;
