/** What the live agent hands in: prepared revisions, then honest additions for reasons nobody could prepare for. */
import type { Written } from './read-story.ts';
import type { Claim, Question, Submission } from './story-agent.ts';

export interface LiveScript {
  readonly title: string;
  /** The group's requirement. */
  readonly root: Written;
  /** Per type, the prepared revisions in order. */
  readonly revisions: Readonly<Record<string, readonly Prepared[]>>;
  /** Asked once, before the first document of that type. */
  readonly question?: Question & { readonly before: string };
}

export interface Prepared {
  readonly written: Written;
  readonly claims?: readonly Claim[];
  /** The answer to whatever was asked for; what this revision really changes. */
  readonly response?: string;
}

interface Assignment {
  readonly type: string;
  readonly document_id: string | null;
  readonly reasons: readonly { reason_id: string; revision: number; text: string }[];
  readonly answers: readonly { question: string; option: string | null; text: string | null }[];
}

/** Throws when the script holds nothing for the assignment's type. */
export function nextSubmission(script: LiveScript, assignment: Assignment): Submission {
  const { type, document_id, reasons, answers } = assignment;
  const prepared = script.revisions[type];
  const last = prepared?.at(-1);
  if (prepared === undefined || last === undefined) {
    throw new Error(`this agent has learned nothing about documents of type ${type}`);
  }
  // The revision that was sent back tells how far we are; a reopened document comes with the same number.
  const sentBack = Math.max(0, ...reasons.map(({ revision }) => revision));
  const current = prepared[sentBack];
  const { title, body } = current?.written ?? mended(last.written, sentBack, reasons);
  return {
    title,
    body: withAnswers(body, answers),
    ...(document_id === null ? {} : { document_id }),
    ...(last.claims === undefined ? {} : { claims: current?.claims ?? last.claims }),
    responses: reasons.map(({ reason_id, text }) => ({
      reason_id,
      text: current?.response ?? `Written into the text under "Changed on request": ${text}`,
      done: true,
    })),
  };
}

/** Nobody prepared for these reasons: it quotes them where the next reader finds them. */
function mended(
  { title, body }: Written,
  revision: number,
  reasons: Assignment['reasons'],
): Written {
  const lines = reasons.map(({ text }) => `- ${text.replaceAll(/\s+/g, ' ').trim()}`);
  return {
    title,
    body: `${body}\n## Changed on request (after revision ${revision})\n\n${lines.join('\n')}\n`,
  };
}

function withAnswers(body: string, answers: Assignment['answers']): string {
  if (answers.length === 0) return body;
  const lines = answers.map(
    ({ question, option, text }) =>
      `- ${question.trim()} **${[option, text].filter(Boolean).join(': ') || 'left open'}**`,
  );
  return `${body}\n## Decided by answers\n\n${lines.join('\n')}\n`;
}
