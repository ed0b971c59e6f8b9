/** The text a person hands to the next worker. It holds no secret; `continue` repeats it later, up to date. */
import type { Sentences } from '../../dependencies.ts';
import type { GroupFacts, StepFacts, TokenFacts } from '../../gate/facts.ts';
import { documentAt, headOf, stepById } from '../../gate/sequence.ts';

export interface HandoffScene {
  readonly publicUrl: string;
  readonly group: GroupFacts;
  readonly groupTitle: string;
  readonly token: TokenFacts;
  /** Titles of the group's documents by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** Open reasons of the document to revise. */
  readonly reasons: readonly {
    readonly id: string;
    readonly revision: number;
    readonly text: string;
  }[];
  readonly instructions: string;
}

/** Markdown in the language of `say`. What people wrote stands quoted under our headings, never among our sentences. */
export function writeHandoff(say: Sentences, scene: HandoffScene): string {
  const { group, token } = scene;
  const step = stepOfToken(group, token);
  return [
    [say.handoff('title', { type: step?.type ?? token.kind, group: group.id })],
    [quoted(scene.groupTitle)],
    [say.handoff('intro')],
    connect(say, scene.publicUrl),
    work(say, scene, step),
    reading(say, scene, step),
    reasons(say, scene),
    instructions(say, scene.instructions),
    produce(say, scene, step),
    [say.handoff('rules_heading'), '', say.handoff('rules_lines')],
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function stepOfToken(group: GroupFacts, token: TokenFacts): StepFacts | null {
  return token.stepId === null ? headOf(group) : stepById(group, token.stepId);
}

function connect(say: Sentences, publicUrl: string): string[] {
  return [
    say.handoff('connect_heading'),
    '',
    say.handoff('connect_lines', { address: `${publicUrl}/mcp` }),
    say.handoff('connect_missing'),
  ];
}

function work(say: Sentences, { group, token }: HandoffScene, step: StepFacts | null): string[] {
  const target = token.targetStepId === null ? null : stepById(group, token.targetStepId);
  return [
    say.handoff('work_heading'),
    '',
    step === null
      ? say.handoff('work_undecided', { group: group.id })
      : say.handoff('work_step', { group: group.id, number: step.number, type: step.type }),
    ...(target === null ? [] : [say.handoff('work_target', { target: target.number })]),
  ];
}

/** What stands approved before the step, and the document to revise. */
function reading(
  say: Sentences,
  { group, titles }: HandoffScene,
  step: StepFacts | null,
): string[] {
  const documents = group.steps
    .filter(({ number }) => step === null || number <= step.number)
    .flatMap(({ id }) => documentAt(group, id) ?? []);
  if (documents.length === 0) return [];
  return [
    say.handoff('read_heading'),
    '',
    ...documents.flatMap(({ id, revision }) => [
      say.handoff('read_line', { document: id, revision }),
      ...(titles.has(id) ? [`  ${quoted(titles.get(id) ?? '')}`] : []),
    ]),
  ];
}

function reasons(say: Sentences, { reasons: open }: HandoffScene): string[] {
  if (open.length === 0) return [];
  return [
    say.handoff('reasons_heading'),
    '',
    ...open.flatMap(({ id, revision, text }) => [
      say.handoff('reasons_line', { reason: id, revision }),
      quoted(text),
    ]),
  ];
}

function instructions(say: Sentences, text: string): string[] {
  return text.trim() === '' ? [] : [say.handoff('instructions_heading'), '', quoted(text)];
}

function produce(say: Sentences, { group }: HandoffScene, step: StepFacts | null): string[] {
  if (step === null) return [];
  const document = documentAt(group, step.id);
  return [
    say.handoff('produce_heading'),
    '',
    document?.state === 'revision_requested'
      ? say.handoff('produce_revision', { document: document.id })
      : say.handoff('produce_new', { type: step.type }),
    ...(step.series === 'report' ? [say.handoff('produce_report')] : []),
  ];
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
