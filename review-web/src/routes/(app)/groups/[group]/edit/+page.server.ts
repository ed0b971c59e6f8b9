import {
  GroupView,
  MemberListView,
  PresetListView,
  SequenceArrangedView,
  TypeListView,
} from '@flowgate/server/contracts';
import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { paths } from '#lib/paths.ts';
import { attempt, textsOf } from '#lib/server/attempt.ts';
import { gate } from '#lib/server/gate-api.ts';
import type { Actions, PageServerLoad } from './$types';
import { gatesIn } from './gates-in.ts';

/** What may be a step; the root, the final approval and what stands outside the steps may not. */
const STEP_SERIES = new Set(['instruction', 'report', 'design']);

export const load: PageServerLoad = async (event) => {
  const api = gate(event);
  const view = await api.get(`/groups/${encodeURIComponent(event.params.group)}`, GroupView);
  if (!view.may.arrange) {
    error(403, m.edit_not_allowed(), {
      code: 'not_permitted',
      hint: null,
      errors: [],
      reference: null,
    });
  }
  const project = encodeURIComponent(view.group.project);
  const [{ members }, { types }, { presets }] = await Promise.all([
    api.get(`/projects/${project}/members`, MemberListView),
    api.get('/types', TypeListView, { project: view.group.project }),
    api.get('/presets', PresetListView, { project: view.group.project }),
  ]);
  const { steps, version } = view.sequence;
  return {
    group: view.group,
    maySetGates: view.may.set_gates,
    judges: members.filter(({ role }) => role === 'reviewer' || role === 'maintainer'),
    version,
    filled: steps.filter((step) => step.document_id !== null),
    pending: steps.filter((step) => step.document_id === null && step.series !== 'closing'),
    types: types.filter((type) => STEP_SERIES.has(type.series)),
    presets: presets.filter((preset) => preset.root === view.root.type),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const texts = textsOf(form);
    const list = (name: string) => form.getAll(name).map(String);
    const [ids, notes, assignees] = [list('id'), list('note'), list('assignee')];
    const gates = gatesIn(form);
    const steps = list('type').map((type, place) => ({
      type,
      ...(ids[place] ? { id: ids[place] } : {}),
      note: notes[place]?.trim() ? notes[place] : null,
      assignee: assignees[place]?.trim() || null,
      ...(gates[place] ? { gate: gates[place] } : {}),
    }));
    const preset = texts['preset'] ?? '';
    return attempt(texts, async () => {
      await gate(event).put(
        `/groups/${encodeURIComponent(event.params.group)}/sequence`,
        SequenceArrangedView,
        {
          version: Number(texts['version']),
          // A row without a type is a step taken out.
          ...(preset === '' ? { steps: steps.filter((step) => step.type !== '') } : { preset }),
        },
      );
      redirect(303, paths.group(event.params.group));
    });
  },
};
