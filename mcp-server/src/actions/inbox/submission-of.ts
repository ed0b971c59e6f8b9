/** What an inbox call means in our own words: the submission it stands for, or every fault of its form at once. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { InboxInput } from '../../contracts/inbox.ts';
import { TITLE_CHARACTERS_MAX } from '../../contracts/index.ts';
import type { SubmitDocumentInput } from '../../contracts/submit.ts';
import { type Fault, problems } from '../../problems.ts';
import { outlineOf } from '../documents/markdown-outline.ts';

type Submission = z.input<typeof SubmitDocumentInput>;
type InboxAction = InboxInput['action'];

/** What an edit is about, read before it is translated. */
export interface EditedDocument {
  readonly title: string;
  readonly openReasonIds: readonly string[];
}

/** Members an action can't do without; a name with its alias counts once. */
const NEEDED: Readonly<Record<InboxAction, readonly (readonly (keyof InboxInput)[])[]>> = {
  new: [['doc_type'], ['prev_doc_id', 'target_id'], ['group_name', 'group'], ['content']],
  edit: [['doc_id'], ['edit_reason'], ['content']],
  review: [['doc_id'], ['verdict'], ['revision']],
};
/** Members that belong to some actions and mean nothing to the others. */
const ONLY_FOR: Readonly<Partial<Record<keyof InboxInput, readonly InboxAction[]>>> = {
  doc_type: ['new'],
  prev_doc_id: ['new'],
  target_id: ['new'],
  doc_id: ['edit', 'review'],
  edit_reason: ['edit'],
  rejection_response: ['edit'],
  rejection_id: ['edit'],
  responses: ['edit'],
  content: ['new', 'edit'],
  claims: ['new', 'edit'],
  dry_run: ['new', 'edit'],
  verdict: ['review'],
  revision: ['review'],
  findings: ['review'],
  comment: ['review'],
};

/** Throws `input_invalid` with every fault of the form; what the content lacks is found by the submission itself. */
export function requireForm(input: InboxInput): void {
  const faults = [...missing(input), ...misplaced(input), ...altered(input)];
  if (faults.length > 0) throw problems.inputInvalid(faults);
}

export function submissionOf(input: InboxInput, edited: EditedDocument | null): Submission {
  const content = input.content ?? '';
  const cites = [
    ...(input.related_doc_ids ?? []),
    ...(input.linked_doc_id ? [input.linked_doc_id] : []),
  ];
  const fallback = edited?.title ?? input.doc_type ?? '';
  return {
    title: input.title ?? titleIn(content) ?? fallback,
    body: content,
    ...(input.action === 'new'
      ? {
          type: input.doc_type,
          predecessor_id: input.prev_doc_id ?? input.target_id,
          group: inboxGroupId(input),
        }
      : { document_id: input.doc_id }),
    ...(input.fields ? { fields: input.fields } : {}),
    ...(input.claims ? { claims: input.claims } : {}),
    ...(cites.length > 0 ? { cites } : {}),
    ...(input.questions ? { questions: input.questions.map(questionOf) } : {}),
    ...(edited ? { responses: responsesOf(input, edited) } : {}),
    ...(input.idempotency_key ? { idempotency_key: input.idempotency_key } : {}),
  };
}

/** `shop`, `none`, `72` → `shop.default.0072`; a whole id stays as it is. */
export function inboxGroupId(input: InboxInput): string {
  const named = input.group_name ?? input.group ?? '';
  if (named.includes('.')) return named;
  const module = input.module === undefined || input.module === 'none' ? 'default' : input.module;
  return `${input.project}.${module}.${/^\d+$/.test(named) ? named.padStart(4, '0') : named}`;
}

/** Of the front matter, else the first heading of the first depth; what is too long is no title. */
function titleIn(content: string): string | null {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/.exec(content);
  const named = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(frontMatter?.[1] ?? '')?.[2];
  const heading = outlineOf(content.slice(frontMatter?.[0].length ?? 0)).find(
    ({ depth }) => depth === 1,
  )?.text;
  const title = (named ?? heading)?.trim();
  return title && title.length <= TITLE_CHARACTERS_MAX && !/\p{Cc}/u.test(title) ? title : null;
}

type Question = NonNullable<InboxInput['questions']>[number];

function questionOf({ title, body, options, ...rest }: Question) {
  return {
    text: title === undefined ? body : `${title}\n\n${body}`,
    ...(options
      ? { options: options.map((option) => (typeof option === 'string' ? option : option.label)) }
      : {}),
    ...rest,
  };
}

/** One `rejection_response` stands for the only open reason; where several are open its id is asked for. */
function responsesOf(input: InboxInput, { openReasonIds }: EditedDocument) {
  const { responses = [], rejection_response: text, rejection_id: named } = input;
  if (text === undefined) return [...responses];
  const [only, ...others] = openReasonIds;
  const reason = named ?? (others.length === 0 ? only : undefined);
  if (reason === undefined) {
    throw problems.inputInvalid([
      openReasonIds.length === 0
        ? { path: 'rejection_response', code: 'reason_unknown', params: { open: '' } }
        : { path: 'rejection_id', code: 'missing', params: {} },
    ]);
  }
  return [...responses, { reason_id: reason, text }];
}

function missing(input: InboxInput): Fault[] {
  return NEEDED[input.action].flatMap(([name, ...aliases]) =>
    name === undefined || [name, ...aliases].some((member) => input[member] !== undefined)
      ? []
      : [{ path: name, code: 'missing', params: {} }],
  );
}

function misplaced(input: InboxInput): Fault[] {
  const known = Object.entries(ONLY_FOR) as [keyof InboxInput, readonly InboxAction[]][];
  return known.flatMap(([name, actions]) =>
    actions.includes(input.action) || input[name] === undefined
      ? []
      : [{ path: name, code: 'member_misplaced', params: { action: actions.join(', ') } }],
  );
}

/** Shells and templates break texts on their way; a worker that says what it sent hears of it. */
function altered({ content = '', body_sha256, body_chars }: InboxInput): Fault[] {
  const hash = createHash('sha256').update(content).digest('hex');
  const faults: Fault[] = [];
  if (body_sha256 !== undefined && body_sha256 !== hash) {
    faults.push({ path: 'body_sha256', code: 'content_altered', params: {} });
  }
  // Counted as people count: by code points, not by UTF-16 units.
  if (body_chars !== undefined && body_chars !== [...content].length) {
    faults.push({ path: 'body_chars', code: 'content_altered', params: {} });
  }
  return faults;
}
