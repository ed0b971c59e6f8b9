/** What an agent waits for: a document, a question, whatever holds its head, or, for a worker, any work at all. */
import type { AwaitVerdictInput } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { documentAt, headOf } from '../../gate/sequence.ts';
import { problems } from '../../problems.ts';
import { readScene } from '../change-group.ts';
import { groupOfQuestion } from '../places.ts';

export interface Subject {
  readonly projectId: string;
  readonly groupId: string;
  readonly documentId: string | null;
  readonly questionId: string | null;
  /** Nothing was named: what holds the caller's head may change while it waits. */
  readonly unnamed: boolean;
  readonly isConversation: boolean;
}

const UNNAMED = { questionId: null, unnamed: true, isConversation: false } as const;

/** Null: a token bound to no group waits for work in its project. Throws `not_found`. */
export async function subjectOf(
  dependencies: Dependencies,
  call: Call,
  input: AwaitVerdictInput,
): Promise<Subject | null> {
  if (input.question_id !== undefined) return ofQuestion(dependencies, input.question_id);
  if (input.document_id !== undefined) return ofDocument(dependencies, input.document_id);
  const token = call.caller.kind === 'agent' ? call.caller.token : null;
  const groupId = input.group ?? token?.groupId;
  if (groupId == null) return null;
  const { facts } = await readScene(dependencies, call, groupId, dependencies.clock.now(), {});
  const head = headOf(facts);
  // A step token has one document, and waits for it wherever the head has gone.
  const own = facts.tokens.find(({ id }) => id === token?.id)?.documentId ?? null;
  const documentId = own ?? (head && documentAt(facts, head.id)?.id) ?? null;
  return { projectId: facts.projectId, groupId, documentId, ...UNNAMED };
}

async function ofQuestion({ database }: Dependencies, questionId: string): Promise<Subject> {
  const question = await database.reader.question.findUnique({ where: { id: questionId } });
  if (question === null) throw problems.notFound();
  const { projectId, documentId } = question;
  const groupId = groupOfQuestion(questionId);
  const named = { questionId, unnamed: false, isConversation: false };
  return { projectId, groupId, documentId, ...named };
}

async function ofDocument({ database }: Dependencies, documentId: string): Promise<Subject> {
  const document = await database.reader.document.findUnique({ where: { id: documentId } });
  if (document === null) throw problems.notFound();
  const { projectId, groupId, series } = document;
  const isConversation = series === 'conversation';
  return { projectId, groupId, documentId, questionId: null, unnamed: false, isConversation };
}
