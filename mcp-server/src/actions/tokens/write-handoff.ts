/** The text a person hands to the next worker. It holds no secret; `continue` repeats it later, up to date. */
import type { AssignmentView } from '../../contracts/work.ts';
import type { Sentences } from '../../dependencies.ts';
import type { DocumentFacts, GroupFacts, StepFacts, TokenFacts } from '../../gate/facts.ts';
import { stepById } from '../../gate/sequence.ts';
import type { Reading } from '../workflow/reading-for.ts';

export interface HandoffScene
  extends Pick<AssignmentView, 'reasons' | 'answers' | 'criteria' | 'note' | 'instructions'> {
  readonly publicUrl: string;
  readonly group: GroupFacts;
  readonly groupTitle: string;
  readonly token: TokenFacts;
  /** Where the token works; null: the steps are undecided. */
  readonly step: StepFacts | null;
  readonly document: DocumentFacts | null;
  readonly reading: readonly Reading[];
}

export interface ProjectHandoffScene {
  readonly publicUrl: string;
  readonly project: string;
  readonly token: TokenFacts;
  readonly instructions: string;
}

type HeadingCode = Extract<Parameters<Sentences['handoff']>[0], `${string}_heading`>;

interface Section {
  readonly heading: HeadingCode;
  readonly lines: readonly string[];
}

/** Markdown in the language of `say`. What people wrote stands quoted under our headings, never among our sentences. */
export function writeHandoff(say: Sentences, scene: HandoffScene): string {
  const { group, token, step } = scene;
  const writes = token.scopes.includes('submit');
  return whole(say, {
    title: say.handoff('title', { type: step?.type ?? token.kind, group: group.id }),
    under: quoted(scene.groupTitle),
    intro: say.handoff(writes ? 'intro' : 'intro_other'),
    sections: [
      connect(say, scene.publicUrl),
      { heading: 'work_heading', lines: work(say, scene) },
      { heading: 'read_heading', lines: scene.reading.flatMap((one) => reading(say, one)) },
      { heading: 'criteria_heading', lines: writes ? criteria(say, scene) : [] },
      { heading: 'reasons_heading', lines: reasons(say, scene) },
      { heading: 'answers_heading', lines: answers(say, scene) },
      instructions(scene.instructions),
      { heading: 'produce_heading', lines: writes ? produce(say, scene) : [] },
    ],
  });
}

/** For a worker or for CI: which steps are theirs, not what stands in them. */
export function writeProjectHandoff(say: Sentences, scene: ProjectHandoffScene): string {
  const { project, token, publicUrl } = scene;
  const observes = token.kind === 'ci';
  const mine =
    token.agent !== null
      ? say.handoff('work_agent', { agent: token.agent })
      : token.types !== null
        ? say.handoff('work_types', { types: token.types.join(', ') })
        : null;
  return whole(say, {
    title: say.handoff('title', { type: token.kind, group: project }),
    under: null,
    intro: say.handoff('intro_other'),
    sections: [
      ...(observes ? [] : [connect(say, publicUrl)]),
      {
        heading: 'work_heading',
        lines: observes
          ? [say.handoff('work_observe', { project, address: publicUrl })]
          : [say.handoff('work_project', { project }), ...(mine === null ? [] : [mine])],
      },
      ...(observes ? [] : [instructions(scene.instructions)]),
    ],
  });
}

interface Whole {
  readonly title: string;
  readonly under: string | null;
  readonly intro: string;
  readonly sections: readonly Section[];
}

/** Sections with nothing in them are left out, and the others numbered. */
function whole(say: Sentences, { title, under, intro, sections }: Whole): string {
  const rules: Section = { heading: 'rules_heading', lines: [say.handoff('rules_lines')] };
  const told = [...sections, rules].filter(({ lines }) => lines.length > 0);
  return [
    title,
    ...(under === null ? [] : [under]),
    intro,
    ...told.map(
      ({ heading, lines }, index) =>
        `## ${index + 1}. ${say.handoff(heading)}\n\n${lines.join('\n')}`,
    ),
  ].join('\n\n');
}

function connect(say: Sentences, publicUrl: string): Section {
  const address = `${publicUrl}/mcp`;
  return {
    heading: 'connect_heading',
    lines: [say.handoff('connect_lines', { address }), say.handoff('connect_missing')],
  };
}

function work(say: Sentences, { group, token, step, note }: HandoffScene): string[] {
  const place = { group: group.id };
  if (token.scopes.includes('review')) return [say.handoff('work_review', place)];
  if (token.scopes.includes('answer')) return [say.handoff('work_answer', place)];
  if (!token.scopes.includes('submit')) return [say.handoff('work_read', place)];
  if (step === null) return [say.handoff('work_undecided', place)];
  const target = token.targetStepId === null ? null : stepById(group, token.targetStepId);
  return [
    say.handoff('work_step', { ...place, number: step.number, type: step.type }),
    ...(target === null ? [] : [say.handoff('work_target', { target: target.number })]),
    ...(note === null ? [] : ['', say.handoff('work_note'), '', quoted(note)]),
  ];
}

function reading(say: Sentences, { id, revision, title }: Reading): string[] {
  return [say.handoff('read_line', { document: id, revision }), `  ${quoted(title)}`];
}

function criteria(say: Sentences, scene: HandoffScene): string[] {
  return scene.criteria.flatMap(({ id, text }) => [
    say.handoff('criteria_line', { criterion: id }),
    indented(text),
  ]);
}

function reasons(say: Sentences, scene: HandoffScene): string[] {
  return scene.reasons.flatMap(({ reason_id: reason, revision, text }) => [
    say.handoff('reasons_line', { reason, revision }),
    indented(text),
  ]);
}

function answers(say: Sentences, scene: HandoffScene): string[] {
  return scene.answers.flatMap(({ question_id, question, option, text }) => [
    say.handoff('answers_line', { question: question_id }),
    indented(question),
    ...[option, text].flatMap((said) => (said === null ? [] : ['', indented(said)])),
  ]);
}

function instructions(text: string): Section {
  return { heading: 'instructions_heading', lines: text.trim() === '' ? [] : [quoted(text)] };
}

function produce(say: Sentences, { step, document }: HandoffScene): string[] {
  if (step === null) return [];
  return [
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

/** Quoted within an entry of a list. */
function indented(text: string): string {
  return quoted(text)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
