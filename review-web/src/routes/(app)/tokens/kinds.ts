import type { TokenView } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';

/** The kinds of tokens, in words. */
export const KINDS: Record<TokenView['kind'], { label: () => string; text: () => string }> = {
  continuation: { label: m.tokens_kind_continuation, text: m.tokens_kind_continuation_text },
  step: { label: m.tokens_kind_step, text: m.tokens_kind_step_text },
  worker: { label: m.tokens_kind_worker, text: m.tokens_kind_worker_text },
  ci: { label: m.tokens_kind_ci, text: m.tokens_kind_ci },
};

/** What the form offers; CI's own kind is issued from the command line. */
export const KINDS_OFFERED = ['continuation', 'step', 'worker'] as const;
