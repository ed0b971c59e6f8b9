/** How it is said: a code and its parameters in, a whole sentence out. Decides nothing; the doors use it, the gate never does. */

import type { EventKind } from '../gate/event-kinds.ts';
import type { RefusalCode } from '../gate/refusals.ts';
import type { AttentionReason, Language, RunReason } from '../gate/vocabulary.ts';
import type { FaultCode, ProblemCode } from '../problems.ts';
import type { ClosingCode, FindingCode, HandoffCode, HeadlineCode, NextCode } from './codes.ts';
import { en } from './en.ts';
import { fill, type Params } from './fill.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { HappenedAndNow, MessageAndFix, SentenceAndHint, Texts } from './texts.ts';

export interface Sentences {
  readonly language: Language;
  refusal(code: RefusalCode, params?: Params): SentenceAndHint;
  problem(code: ProblemCode, params?: Params): SentenceAndHint;
  /** One fault of an input; `path` names the place. */
  fault(code: FaultCode, params?: Params): MessageAndFix;
  /** One line of the timeline; `actor` is a name, `subject` an id. */
  event(kind: EventKind, params?: Params): string;
  run(reason: RunReason | 'working', params?: Params): HappenedAndNow;
  /** The one instruction that ends every answer to an agent. */
  next(code: NextCode, params?: Params): string;
  headline(code: HeadlineCode, params?: Params): string;
  attention(reason: AttentionReason, params?: Params): string;
  closing(code: ClosingCode, params?: Params): string;
  handoff(code: HandoffCode, params?: Params): string;
  readonly gates: Texts['gates'];
  readonly states: Texts['states'];
  readonly groupStates: Texts['groupStates'];
  readonly questionStates: Texts['questionStates'];
  readonly runStates: Texts['runStates'];
  readonly verdicts: Texts['verdicts'];
  readonly roles: Texts['roles'];
  readonly tokenKinds: Texts['tokenKinds'];
  finding(code: FindingCode, params?: Params): string;
  readonly checks: Texts['checks'];
  readonly standings: Texts['standings'];
  readonly evidenceKinds: Texts['evidenceKinds'];
  readonly checksThemselves: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = { en, ko, ja };

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: speak('en'),
  ko: speak('ko'),
  ja: speak('ja'),
};

/** Every sentence of the product in one language. Agents get English, stored texts the project's language, people their own. */
export function sentencesIn(language: Language): Sentences {
  return SENTENCES[language];
}

/** The patterns themselves, for the tests and for lists such as docs/errors.md. */
export function textsIn(language: Language): Texts {
  return TEXTS[language];
}

function speak(language: Language): Sentences {
  const texts = TEXTS[language];
  return {
    language,
    refusal: (code, params) => bothOf(texts.refusals[code], inWords(texts, params)),
    problem: (code, params) => bothOf(texts.problems[code], params),
    fault: (code, params) => {
      const { message, fix } = texts.faults[code];
      const placed = { ...params, path: params?.['path'] || texts.wholeInput };
      return { message: fill(message, placed), fix: fill(fix, placed) };
    },
    event: (kind, params) => fill(texts.events[kind], inWords(texts, params)),
    run: (reason, params) => ({
      happened: fill(texts.runs[reason].happened, params),
      now: fill(texts.runs[reason].now, params),
    }),
    next: (code, params) => fill(texts.next[code], params),
    headline: (code, params) => fill(texts.headlines[code], params),
    attention: (reason, params) => fill(texts.attention[reason], params),
    closing: (code, params) => fill(texts.closing[code], params),
    handoff: (code, params) => fill(texts.handoff[code], params),
    gates: texts.gates,
    states: texts.states,
    groupStates: texts.groupStates,
    questionStates: texts.questionStates,
    runStates: texts.runStates,
    verdicts: texts.verdicts,
    roles: texts.roles,
    tokenKinds: texts.tokenKinds,
    finding: (code, params) => fill(texts.findings[code], params),
    checks: texts.checks,
    standings: texts.standings,
    evidenceKinds: texts.evidenceKinds,
    checksThemselves: texts.checksThemselves,
  };
}

function bothOf(text: SentenceAndHint, params?: Params): SentenceAndHint {
  return {
    sentence: fill(text.sentence, params),
    hint: fill(text.hint, params),
  };
}

/** States and reasons arrive as codes; inside a sentence they are said in its language. */
function inWords(texts: Texts, params: Params = {}): Params {
  const { state, reason } = params;
  const labels: Readonly<Record<string, string>> = {
    ...texts.runStates,
    ...texts.questionStates,
    ...texts.groupStates,
    ...texts.states,
  };
  const runs: Readonly<Record<string, HappenedAndNow>> = texts.runs;
  return {
    ...params,
    ...(state !== undefined && { state: labels[state] ?? state }),
    ...(reason !== undefined && { reason: fill(runs[reason]?.happened ?? String(reason)) }),
  };
}
