import {
  DocumentView,
  GroupView,
  RevisionView,
  ThreadsView,
  TraceView,
} from '@flowgate/server/contracts';
import { redirect } from '@sveltejs/kit';
import { liveOn } from '#lib/live-topics.ts';
import { paths } from '#lib/paths.ts';
import { attempt } from '#lib/server/attempt.ts';
import { gate, nothing } from '#lib/server/gate-api.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import { questionActions } from '#lib/server/question-actions.ts';
import { readAction } from '#lib/server/read-action.ts';
import type { Actions, PageServerLoad } from './$types';
import { commentActions, readDraft } from './comments/comment-actions.ts';
import { readChanges, readMode } from './read-changes.ts';
import { verdictActions } from './verdict-actions.ts';

const VIEWS = ['read', 'changes', 'source'] as const;

/** A revision number from the address; anything else counts as absent. */
function numberIn(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,6}$/.test(value) ? Number(value) : null;
}

function placeIn(searchParams: URLSearchParams) {
  const line = numberIn(searchParams.get('line'));
  const claim = numberIn(searchParams.get('claim'));
  return {
    ...(line === null ? {} : { line_from: line, line_to: line }),
    ...(claim === null ? {} : { claim }),
  };
}

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  event.depends(liveOn.document(id));
  const api = gate(event);
  const path = `/documents/${encodeURIComponent(id)}`;
  const view = await api.get(path, DocumentView);
  if (view.document.series === 'conversation') redirect(307, paths.conversation(id));
  event.depends(liveOn.group(view.group.id));
  const latest = view.document.revision;
  const { searchParams } = event.url;
  const wished = numberIn(searchParams.get('revision'));
  const number = wished !== null && wished < latest ? wished : latest;

  const readRevision = async (revision: number) =>
    revision === latest
      ? { title: view.document.title, body: view.body, claims: view.claims, fields: view.fields }
      : api.get(`${path}/revisions/${revision}`, RevisionView);

  const judged = view.judged_revision;
  const sinceMyReview = judged !== null && judged < latest;
  const asked = VIEWS.find((name) => name === searchParams.get('view'));
  const shownView = asked ?? (sinceMyReview && wished === null ? 'changes' : 'read');
  const from = numberIn(searchParams.get('from')) ?? (sinceMyReview ? judged : number - 1);
  const to = numberIn(searchParams.get('to')) ?? number;
  const isComparable = from >= 1 && from !== to && from <= latest && to <= latest;

  const isClosing = view.document.series === 'closing';
  const groupPath = `/groups/${encodeURIComponent(view.group.id)}`;
  const [shown, group, changes, { threads }, draft, trace] = await Promise.all([
    readRevision(number),
    api.get(groupPath, GroupView),
    shownView === 'changes' && isComparable
      ? readChanges(readRevision, from, to, readMode(searchParams.get('as')))
      : null,
    api.get(`${path}/threads`, ThreadsView, { revision: number }),
    readDraft(event, id),
    // Whether all of it is done is the first thing to see before the last approval.
    isClosing ? api.get(`${groupPath}/trace`, TraceView) : null,
  ]);

  const { body: _latestBody, claims: _latestClaims, fields: _latestFields, ...facts } = view;
  return {
    ...facts,
    latest,
    shownView,
    sinceMyReview,
    explicit: wished !== null,
    changes,
    trace,
    steps: group.sequence.steps,
    threads,
    draft,
    /** A line or a claim picked in the address, to comment on. */
    asked: placeIn(searchParams),
    mayWrite: group.may.write,
    /** What is on screen: the page keeps this while newer revisions arrive. */
    reading: {
      documentId: id,
      number,
      title: shown.title,
      fields: shown.fields,
      claims: shown.claims,
      headline: view.headline,
      source: shownView === 'source' ? shown.body : '',
      rendered: shownView === 'read' ? renderMarkdown(shown.body) : null,
    },
  };
};

export const actions: Actions = {
  read: readAction,
  ...verdictActions,
  ...commentActions,
  ...questionActions,
  look: async (event) =>
    attempt({}, async () => {
      await gate(event).post(`/documents/${encodeURIComponent(event.params.id)}/checks`, nothing);
      return { looked: true };
    }),
};
