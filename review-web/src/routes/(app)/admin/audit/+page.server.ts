import {
  AuditListView,
  LogVerifiedView,
  ProjectChangedView,
  RevisionRedactedView,
} from '@flowgate/server/contracts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';
import { kindsAbout } from './about.ts';
import { dayBegins, dayEnds } from './day-bounds.ts';

const ENTRIES_SHOWN = 50;
/** The log of what belongs to no project. */
const INSTALLATION = 'installation';

export const load: PageServerLoad = async (event) => {
  const { me } = await event.parent();
  const { searchParams } = event.url;
  const logs = me.projects
    .filter(({ permissions }) => permissions.includes('audit.read'))
    .map(({ slug, title }) => ({ slug, title }));
  const asked = (name: string) => (searchParams.get(name) ?? '').trim();
  const filter = {
    project: asked('project') || (logs[0]?.slug ?? INSTALLATION),
    about: asked('about'),
    actor: asked('actor'),
    subject: asked('subject'),
    from: asked('from'),
    to: asked('to'),
  };
  const zone = event.locals.timeZone;
  const list = await gate(event).get('/audit', AuditListView, {
    project: filter.project,
    kinds: kindsAbout(filter.about),
    actor: filter.actor,
    subject: filter.subject,
    from: dayBegins(filter.from, zone),
    to: dayEnds(filter.to, zone),
    cursor: asked('cursor'),
    limit: ENTRIES_SHOWN,
  });
  const here = me.projects.find(({ slug }) => slug === filter.project);
  const mayRedact = here?.permissions.includes('document.redact') ?? false;
  const address = `/projects/${encodeURIComponent(filter.project)}`;
  return {
    logs,
    filter,
    entries: list.entries,
    next: list.cursor,
    mayAll: me.user.is_admin,
    mayRedact,
    days: mayRedact
      ? (await gate(event).get(address, ProjectChangedView)).project.retention_days
      : null,
  };
};

export const actions: Actions = {
  verify: async (event) => {
    const values = textsOf(await event.request.formData());
    return attempt(values, async () => ({
      verified: await gate(event).get('/audit/verification', LogVerifiedView, {
        project: values['project'],
        earlier: values['earlier']?.trim(),
      }),
    }));
  },
  redact: async (event) => {
    const values = textsOf(await event.request.formData());
    const { document = '', revision = '', reason = '' } = values;
    const address = `/documents/${encodeURIComponent(document)}/revisions/${encodeURIComponent(revision)}/redaction`;
    return attempt(values, async () => ({
      redacted: await gate(event).post(address, RevisionRedactedView, { reason }),
    }));
  },
  keep: async (event) => {
    const values = textsOf(await event.request.formData());
    const { project = '', days = '' } = values;
    return attempt(values, async () => {
      const wanted = { retention_days: days === '' ? null : Number(days) };
      const address = `/projects/${encodeURIComponent(project)}`;
      const changed = await gate(event).patch(address, ProjectChangedView, wanted);
      return { kept: changed.project.retention_days ?? 0 };
    });
  },
};
