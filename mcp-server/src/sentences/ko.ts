import { closing } from './ko/closing.ts';
import { events } from './ko/events.ts';
import { faults, wholeInput } from './ko/faults.ts';
import { checks, evidenceKinds, findings, standings } from './ko/findings.ts';
import { handoff } from './ko/handoff.ts';
import { attention, headlines } from './ko/headlines.ts';
import { next } from './ko/next.ts';
import { problems } from './ko/problems.ts';
import { refusals } from './ko/refusals.ts';
import { runs } from './ko/runs.ts';
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
} from './ko/words.ts';
import type { Texts } from './texts.ts';

export const ko: Texts = {
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
