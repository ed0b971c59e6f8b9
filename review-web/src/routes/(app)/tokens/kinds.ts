import type { TokenView } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';

type Scope = TokenView['scopes'][number];

/** The kinds of tokens, in words. */
export const KINDS: Record<TokenView['kind'], { label: () => string; text: () => string }> = {
  continuation: { label: m.tokens_kind_continuation, text: m.tokens_kind_continuation_text },
  step: { label: m.tokens_kind_step, text: m.tokens_kind_step_text },
  worker: { label: m.tokens_kind_worker, text: m.tokens_kind_worker_text },
  ci: { label: m.tokens_kind_ci, text: m.tokens_kind_ci_text },
};

export const KINDS_OFFERED = ['continuation', 'step', 'worker', 'ci'] as const;

const WRITING: readonly Scope[] = ['read', 'submit', 'dry_run', 'clarify', 'converse', 'continue'];

/** What a token may be for, in the scopes that go together. */
export const PURPOSES: Record<string, { label: () => string; scopes: readonly Scope[] }> = {
  write: { label: m.tokens_purpose_write, scopes: WRITING },
  plan: { label: m.tokens_purpose_plan, scopes: [...WRITING, 'plan'] },
  review: { label: m.tokens_purpose_review, scopes: ['read', 'review'] },
  answer: { label: m.tokens_purpose_answer, scopes: ['read', 'answer'] },
  read: { label: m.tokens_purpose_read, scopes: ['read'] },
};

/** How the run of a token goes on. */
export const MODES: Record<TokenView['mode'], () => string> = {
  supervised: m.tokens_mode_supervised,
  review: m.tokens_mode_review,
  unattended: m.tokens_mode_unattended,
};

const HOUR = 3600;
/** Lives to choose from, in seconds. */
export const LIVES: readonly { seconds: number; label: () => string }[] = [
  { seconds: 4 * HOUR, label: () => m.tokens_life_hours({ n: 4 }) },
  { seconds: 24 * HOUR, label: () => m.tokens_life_hours({ n: 24 }) },
  ...[3, 7, 14, 30, 90, 180, 365].map((n) => ({
    seconds: n * 24 * HOUR,
    label: () => m.tokens_life_days({ n }),
  })),
];
