/** A question as an agent reads it. */
import type { z } from 'zod';
import type { ReadInput, ReadView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { readQuestionView } from './read-question-view.ts';

export async function readQuestionPart(
  dependencies: Dependencies,
  call: Call,
  { id }: z.output<typeof ReadInput>,
): Promise<z.input<typeof ReadView>> {
  const { question } = await readQuestionView(dependencies, call, id);
  const { text, may_answer: _may, may_withdraw: _own, ...facts } = question;
  return {
    id,
    kind: 'question',
    part: 'summary',
    facts,
    text,
    more: null,
    next: call.say.next('read_complete'),
  };
}
