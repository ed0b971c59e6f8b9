import {
  DocumentsConfirmedView,
  GroupChangedView,
  GroupView,
  MemberListView,
  QuestionsAskedView,
  TimelineView,
} from '@flowgate/server/contracts';
import { liveOn } from '#lib/live-topics.ts';
import { readAnswerers } from '#lib/server/answerers.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { questionActions } from '#lib/server/question-actions.ts';
import { runAction } from '#lib/server/run-action.ts';
import type { Actions, PageServerLoad } from './$types';

const ENTRIES_SHOWN = 50;

export const load: PageServerLoad = async (event) => {
  const { group: id } = event.params;
  event.depends(liveOn.group(id));
  const api = gate(event);
  const path = `/groups/${encodeURIComponent(id)}`;
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const [view, timeline] = await Promise.all([
    api.get(path, GroupView),
    api.get(`${path}/timeline`, TimelineView, { limit: ENTRIES_SHOWN, cursor }),
  ]);
  const isAsked = view.may.write || view.questions.some((question) => question.may_answer);
  const { project } = view.group;
  const answerers = isAsked ? ((await readAnswerers(api, [project]))[project] ?? []) : [];
  const { members } = view.may.change
    ? await api.get(`/projects/${encodeURIComponent(project)}/members`, MemberListView)
    : { members: [] };
  return { ...view, timeline, members, answerers };
};

export const actions: Actions = {
  ...questionActions,
  ask: async (event) => {
    const texts = textsOf(await event.request.formData());
    const { text = '', context = '', options = '', assignee = '' } = texts;
    const labels = options.split('\n').map((label) => label.trim());
    return attempt(texts, async () => {
      const path = `/groups/${encodeURIComponent(event.params.group)}/questions`;
      const question = {
        text,
        ...(context.trim() === '' ? {} : { context }),
        options: labels.filter((label) => label !== ''),
        blocking: texts['blocking'] === 'on',
      };
      await gate(event).post(path, QuestionsAskedView, {
        questions: [question],
        ...(assignee === '' ? {} : { assignee }),
      });
      return { asked: true };
    });
  },
  run: runAction,
  confirm: async (event) => {
    const form = await event.request.formData();
    const documents = form.getAll('document').map((value) => {
      const [id = '', revision] = String(value).split('@');
      return { document_id: id, revision: Number(revision) };
    });
    return attempt(textsOf(form), async () => {
      const path = `/groups/${encodeURIComponent(event.params.group)}/confirmations`;
      await gate(event).post(path, DocumentsConfirmedView, { documents });
      return { confirmed: documents.length };
    });
  },
  change: async (event) => {
    const texts = textsOf(await event.request.formData());
    const reviewers = (texts['reviewers'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
    return attempt(texts, async () => {
      const path = `/groups/${encodeURIComponent(event.params.group)}`;
      const { title = '', owner = '' } = texts;
      const body = { ...(title ? { title } : {}), ...(owner ? { owner } : {}), reviewers };
      await gate(event).patch(path, GroupChangedView, body);
      return { changed: true };
    });
  },
  discard: async (event) => {
    const texts = textsOf(await event.request.formData());
    return attempt(texts, async () => {
      await gate(event).post(`/groups/${encodeURIComponent(event.params.group)}/discard`, nothing, {
        reason: texts['reason'] ?? '',
      });
      return { discarded: true };
    });
  },
};
