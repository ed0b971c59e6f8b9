import type { ClaimView } from '@flowgate/server/contracts';
import type { LucideIcon } from '@lucide/svelte';
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import OctagonAlert from '@lucide/svelte/icons/octagon-alert';
import { m } from '#lib/paraglide/messages.js';
import type { Tone } from '#lib/ui/Chip.svelte';

type Standing = ClaimView['standing'];

/** How far a claim can be believed. Unverified is never green: it is only the agent's word. */
export const STANDINGS: Record<Standing, { label: () => string; tone: Tone; icon: LucideIcon }> = {
  contradicted: { label: m.claim_contradicted, tone: 'rejected', icon: OctagonAlert },
  outdated: { label: m.claim_outdated, tone: 'stale', icon: Hourglass },
  unverified: { label: m.claim_unverified, tone: 'neutral', icon: MessageSquareQuote },
  verified: { label: m.claim_verified, tone: 'approved', icon: BadgeCheck },
};

export const CLAIM_ORDER: Record<Standing, number> = {
  contradicted: 0,
  outdated: 1,
  unverified: 2,
  verified: 3,
};
