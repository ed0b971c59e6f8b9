import { closing } from './en/closing.ts';
import { events } from './en/events.ts';
import { faults, wholeInput } from './en/faults.ts';
import { checks, evidenceKinds, findings, standings } from './en/findings.ts';
import { handoff } from './en/handoff.ts';
import { attention, headlines } from './en/headlines.ts';
import { next } from './en/next.ts';
import { problems } from './en/problems.ts';
import { refusals } from './en/refusals.ts';
import { runs } from './en/runs.ts';
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
} from './en/words.ts';
import type { Texts } from './texts.ts';

export const en: Texts = {
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
