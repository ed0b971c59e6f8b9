import type { RunView } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';

/** How a run goes on, in a word. */
export const RUN_MODES: Record<RunView['mode'], () => string> = {
  supervised: m.run_supervised,
  review: m.run_review,
  unattended: m.run_unattended,
};
