import {
  MemberListView,
  ProjectChangedView,
  SecondFactorDemandView,
  TypeListView,
  VerificationView,
} from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends(liveOn.everything);
  const address = addressOf(event);
  const api = gate(event);
  const [{ project }, { members }, { types }, verification, demand] = await Promise.all([
    api.get(address, ProjectChangedView),
    api.get(`${address}/members`, MemberListView),
    api.get('/types', TypeListView, { project: event.params.project }),
    api.get(`${address}/verification`, VerificationView),
    readDemand(event),
  ]);
  const named = types.map(({ code, name }) => ({ code, name }));
  return { project, members, types: named, verification, demand };
};

/** Only who may change the project is told who has no second factor. */
async function readDemand(event: Parameters<PageServerLoad>[0]) {
  const { me } = await event.parent();
  const own = me.projects.find(({ slug }) => slug === event.params.project);
  if (!own?.permissions.includes('project.change')) return null;
  return gate(event).get(`${addressOf(event)}/second-factor`, SecondFactorDemandView);
}

export const actions: Actions = {
  settings: async (event) => {
    const texts = textsOf(await event.request.formData());
    return change(event, texts, {
      title: texts['title']?.trim(),
      language: texts['language'],
      instructions: texts['instructions'] ?? '',
      four_eyes: texts['four_eyes'] === 'on',
      unattended: texts['unattended'] === 'on',
    });
  },
  instructions: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { type = '', text = '' } = texts;
    return change(event, texts, { type_instructions: { [type]: text } });
  },
  verification: async (event) => {
    const form = await event.request.formData();
    const checks = form.getAll('checks').map(String);
    const { repository = '' } = textsOf(form);
    return attempt({ repository, checks: checks.join(' ') }, async () => {
      const wanted = { repository: repository.trim() || null, checks };
      await gate(event).put(`${addressOf(event)}/verification`, nothing, wanted);
      return { saved: 'verification' };
    });
  },
  archive: async (event) => {
    const texts = textsOf(await event.request.formData());
    return change(event, texts, { archived: texts['archived'] === 'true' });
  },
  secondFactor: async (event) => {
    const texts = textsOf(await event.request.formData());
    const required = texts['required'] === 'yes';
    return attempt(texts, async () => {
      await gate(event).put(`${addressOf(event)}/second-factor`, nothing, { required });
      return { saved: 'second-factor' };
    });
  },
  member: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { username = '', role = '' } = texts;
    return attempt(texts, async () => {
      const address = `${addressOf(event)}/members/${encodeURIComponent(username.trim())}`;
      await gate(event).put(address, nothing, { role: role === '' ? null : role });
      return { saved: 'members' };
    });
  },
};

function addressOf({ params }: Pick<RequestEvent, 'params'>): string {
  return `/projects/${encodeURIComponent(params.project)}`;
}

function change(event: RequestEvent, texts: Record<string, string>, wanted: object) {
  return attempt(texts, async () => {
    await gate(event).patch(addressOf(event), nothing, wanted);
    return { saved: 'settings' };
  });
}
