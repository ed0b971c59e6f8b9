import type { Series } from '@flowgate/server/contracts';
import { m } from '#lib/paraglide/messages.js';

const NAMES: Readonly<Record<Series, () => string>> = {
  root: m.series_root,
  instruction: m.series_instruction,
  report: m.series_report,
  design: m.series_design,
  plan: m.series_plan,
  conversation: m.series_conversation,
  memo: m.series_memo,
  closing: m.series_closing,
};

export function seriesName(series: Series): string {
  return NAMES[series]();
}
