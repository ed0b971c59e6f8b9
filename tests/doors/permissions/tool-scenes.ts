/**
 * How each tool is called so that it names a thing of a place, in every way it can. A new tool gets its line here; one
 * that waits is told not to.
 */
import { report, task } from '../../support/stories.ts';
import type { Things } from './things.ts';

export type Call = (things: Things) => object;

const QUESTIONS = [{ text: 'Net?', blocking: false, assumption: 'Net.' }];

export const TOOL_SCENES: Readonly<Record<string, readonly Call[]>> = {
  continue: [({ groupId: group }) => ({ group })],
  submit: [
    ({ groupId: group }) => task({ group }),
    ({ documentId: document_id }) => task({ document_id }),
  ],
  dry_run: [
    ({ groupId: group }) => task({ group }),
    ({ documentId: document_id }) => task({ document_id }),
  ],
  clarify: [
    ({ groupId: group }) => ({ group, questions: QUESTIONS }),
    ({ documentId: document_id }) => ({ document_id, questions: QUESTIONS }),
  ],
  converse: [({ documentId: document_id }) => ({ document_id, text: 'Net.' })],
  await_verdict: [
    ({ groupId: group }) => ({ group, max_wait_seconds: 0 }),
    ({ documentId: document_id }) => ({ document_id, max_wait_seconds: 0 }),
    ({ questionId: question_id }) => ({ question_id, max_wait_seconds: 0 }),
  ],
  read: [
    ({ groupId: id }) => ({ id }),
    ({ documentId: id }) => ({ id }),
    ({ documentId: id }) => ({ id, part: 'timeline' }),
    ({ questionId: id }) => ({ id }),
  ],
  find: [({ groupId: group }) => ({ group })],
  review: [({ documentId: document_id }) => ({ document_id, revision: 99, verdict: 'approve' })],
};

/** Calls about one's own work that name other things inside: what is foreign there is a fault that says nothing of whose it is. */
export const NAMED_INSIDE: readonly (readonly [tool: string, input: Call])[] = [
  ['submit', ({ documentId }) => report({ claims: undefined, cites: [documentId] })],
  ['dry_run', ({ documentId }) => report({ claims: undefined, cites: [documentId] })],
  ['submit', ({ documentId }) => task({ predecessor_id: documentId })],
  ['dry_run', ({ documentId }) => task({ predecessor_id: documentId })],
  ['clarify', ({ questionId }) => ({ withdraw: [questionId] })],
  ['clarify', ({ questionId }) => ({ answers: [{ question_id: questionId, text: 'Net.' }] })],
];

/** Each address template of a resource, filled in with a thing of a place. A new template gets its line. */
export const RESOURCE_SCENES: Readonly<Record<string, (things: Things) => string>> = {
  'flowgate://types/{code}': ({ code }) => `flowgate://types/${code}`,
  'flowgate://groups/{id}': ({ groupId }) => `flowgate://groups/${groupId}`,
  'flowgate://documents/{id}': ({ documentId }) => `flowgate://documents/${documentId}`,
  'flowgate://documents/{id}/revisions/{n}': ({ documentId }) =>
    `flowgate://documents/${documentId}/revisions/1`,
};
