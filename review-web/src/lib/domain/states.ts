import type { LucideIcon } from '@lucide/svelte';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import Pause from '@lucide/svelte/icons/circle-pause';
import CircleX from '@lucide/svelte/icons/circle-x';
import Eye from '@lucide/svelte/icons/eye';
import Hourglass from '@lucide/svelte/icons/hourglass';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Zap from '@lucide/svelte/icons/zap';
import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/Chip.svelte';

interface Look {
  label: () => string;
  tone: Tone;
  icon: LucideIcon;
}

/** How every state of a document, step, group, run or token looks: a word, a sign, a colour. */
const LOOKS: Record<string, Look> = {
  in_review: { label: m.state_in_review, tone: 'accent', icon: Eye },
  revision_requested: { label: m.state_revision_requested, tone: 'revise', icon: RotateCcw },
  approved: { label: m.state_approved, tone: 'approved', icon: CircleCheck },
  rejected: { label: m.state_rejected, tone: 'rejected', icon: CircleX },
  withdrawn: { label: m.state_withdrawn, tone: 'neutral', icon: Undo2 },
  stale: { label: m.state_stale, tone: 'stale', icon: Hourglass },
  pending: { label: m.state_pending, tone: 'neutral', icon: CircleDashed },
  open: { label: m.state_step_open, tone: 'neutral', icon: CircleDot },
  undecided: { label: m.state_undecided, tone: 'revise', icon: CircleDashed },
  clarifying: { label: m.state_clarifying, tone: 'revise', icon: CircleDot },
  completed: { label: m.state_completed, tone: 'approved', icon: CircleCheck },
  discarded: { label: m.state_discarded, tone: 'neutral', icon: CircleX },
  working: { label: m.state_working, tone: 'accent', icon: Zap },
  waiting: { label: m.state_waiting, tone: 'neutral', icon: Hourglass },
  paused: { label: m.state_paused, tone: 'revise', icon: Pause },
  ended: { label: m.state_ended, tone: 'neutral', icon: CircleCheck },
  live: { label: m.state_live, tone: 'approved', icon: CircleDot },
  spent: { label: m.state_spent, tone: 'neutral', icon: Hourglass },
  revoked: { label: m.state_revoked, tone: 'rejected', icon: CircleX },
  expired: { label: m.state_expired, tone: 'neutral', icon: CircleX },
};

const UNKNOWN: Look = { label: () => '?', tone: 'neutral', icon: CircleDashed };

/** The look of a state; one the app does not know keeps its own name. */
export function lookOf(state: string): Look {
  return LOOKS[state] ?? { ...UNKNOWN, label: () => state };
}
