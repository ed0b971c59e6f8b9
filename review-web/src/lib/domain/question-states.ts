import type { QuestionView } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/Chip.svelte';

const STATES: Record<QuestionView['state'], { label: () => string; tone: Tone }> = {
  open: { label: m.question_state_open, tone: 'accent' },
  answered: { label: m.question_state_answered, tone: 'approved' },
  withdrawn: { label: m.question_state_withdrawn, tone: 'neutral' },
  dismissed: { label: m.question_state_dismissed, tone: 'neutral' },
};

/** How a question's state is said. */
export function questionStateOf(state: QuestionView['state']): { label: () => string; tone: Tone } {
  return STATES[state];
}
