/** A group as an agent reads it: its steps and where they stand, or what happened in it. */
import type { z } from 'zod';
import type { ReadInput, ReadView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { listGroupEvents } from '../../store/events/list-events.ts';
import { readScene } from '../change-group.ts';
import { sentenceOfEvent } from '../events/event-sentence.ts';
import { textPart } from '../text-part.ts';
import { wireTime } from '../times.ts';
import { notesOf, sequenceView } from './sequence-view.ts';

const TIMELINE_EVENTS_MAX = 100;

export async function readGroupPart(
  dependencies: Dependencies,
  call: Call,
  input: z.output<typeof ReadInput>,
): Promise<z.input<typeof ReadView>> {
  const { database, clock } = dependencies;
  const { record, facts } = await readScene(dependencies, call, input.id, clock.now(), {});
  const part = input.part === 'timeline' ? ('timeline' as const) : ('summary' as const);
  const { steps, decided, version } = sequenceView(facts, notesOf(record));
  const answer = {
    id: input.id,
    kind: 'group' as const,
    part,
    facts: {
      title: record.title,
      state: record.state,
      decided,
      version,
      steps: steps.map(({ number, type, state, document_id, is_head, note }) => ({
        number,
        type,
        state,
        document_id,
        is_head,
        note,
      })),
      open_questions: facts.questions.map(({ id }) => id),
    },
  };
  if (part === 'summary') {
    return {
      ...answer,
      facts: { ...answer.facts, steps: [...answer.facts.steps] },
      text: null,
      more: null,
      next: call.say.next('read_complete'),
    };
  }
  const rows = await listGroupEvents(database.reader, input.id, TIMELINE_EVENTS_MAX, null);
  const lines = rows
    .filter(({ kind }) => !kind.startsWith('verdict.'))
    .map((row) => `${wireTime(row.at)} ${sentenceOfEvent(row, call.say)}`);
  return {
    ...answer,
    facts: { ...answer.facts, steps: [...answer.facts.steps] },
    ...textPart(call.say, lines.join('\n'), input.offset),
  };
}
