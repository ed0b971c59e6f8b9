import { closing } from './ja/closing.ts';
import { events } from './ja/events.ts';
import { faults, wholeInput } from './ja/faults.ts';
import { checks, evidenceKinds, findings, standings } from './ja/findings.ts';
import { handoff } from './ja/handoff.ts';
import { attention, headlines } from './ja/headlines.ts';
import { next } from './ja/next.ts';
import { problems } from './ja/problems.ts';
import { refusals } from './ja/refusals.ts';
import { runs } from './ja/runs.ts';
import {
  checksThemselves,
  gates,
  groupStates,
  questionStates,
  roles,
  runStates,
  states,
  tokenKinds,
  verdicts,
} from './ja/words.ts';
import type { Texts } from './texts.ts';

export const ja: Texts = {
  refusals,
  problems,
  faults,
  wholeInput,
  events,
  runs,
  next,
  headlines,
  attention,
  closing,
  handoff,
  gates,
  states,
  groupStates,
  questionStates,
  runStates,
  verdicts,
  roles,
  tokenKinds,
  findings,
  checks,
  standings,
  evidenceKinds,
  checksThemselves,
};
