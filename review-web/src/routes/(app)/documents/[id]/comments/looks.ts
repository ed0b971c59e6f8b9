import type { ThreadView } from '@flowgate/server/contracts';
import type { LucideIcon } from '@lucide/svelte';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Feather from '@lucide/svelte/icons/feather';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/Chip.svelte';

type Weight = ThreadView['weight'];

/** What a comment asks for. The word says it; the colour only helps. */
export const WEIGHTS: Record<
  Weight,
  { label: () => string; hint: () => string; tone: Tone; icon: LucideIcon }
> = {
  must: { label: m.weight_must, hint: m.weight_must_hint, tone: 'rejected', icon: CircleAlert },
  question: {
    ...{ label: m.weight_question, hint: m.weight_question_hint },
    ...{ tone: 'revise', icon: CircleHelp },
  },
  nit: { label: m.weight_nit, hint: m.weight_nit_hint, tone: 'neutral', icon: Feather },
  praise: { label: m.weight_praise, hint: m.weight_praise_hint, tone: 'approved', icon: ThumbsUp },
};

export const THREAD_LOOKS: Record<ThreadView['state'], { label: () => string; tone: Tone }> = {
  open: { label: m.thread_open, tone: 'revise' },
  done: { label: m.thread_done, tone: 'stale' },
  resolved: { label: m.thread_resolved, tone: 'approved' },
};

/** Where it stands, in words: `line 12`, `lines 3–5`, `claim 2`; empty: the document as a whole. */
export function placeOf(place: {
  line_from?: number | null | undefined;
  line_to?: number | null | undefined;
  claim?: number | null | undefined;
}): string {
  if (place.claim) return m.comment_on_claim({ n: place.claim });
  const { line_from: from, line_to: to } = place;
  if (!from) return '';
  return to && to > from ? m.comment_on_lines({ from, to }) : m.comment_on_line({ n: from });
}
