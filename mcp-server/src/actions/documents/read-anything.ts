/** The agents' `read`: one thing by its id, in parts where it is large. */
import type { z } from 'zod';
import { ReadInput, ReadView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { CITATION, GROUP_ID, TYPE_CODE } from '../../gate/vocabulary.ts';
import type { Place } from '../../identity/permissions.ts';
import { faultAt } from '../../problems.ts';
import { action } from '../action.ts';
import { groupOfQuestion, placeOfBearer, placeOfGroup } from '../places.ts';
import { readTypePart } from '../projects/read-type-part.ts';
import { readQuestionPart } from '../questions/read-question-part.ts';
import { readGroupPart } from '../workflow/read-group-part.ts';
import { placeOfReadable } from './place-of-readable.ts';
import { readDocumentPart } from './read-document-part.ts';

type View = z.input<typeof ReadView>;
type Input = z.output<typeof ReadInput>;
type Kind = View['kind'];

const QUESTION_ID = /^.+-Q\d{1,6}$/;

export const readAnything = action({
  name: 'read',
  input: ReadInput,
  output: ReadView,
  permission: 'project.read',
  place: ({ id }, call, dependencies) => placeOfThing(id, call, dependencies),
  run: (dependencies, call, input) => READERS[kindOf(input.id)](dependencies, call, input),
});

const READERS: Readonly<
  Record<Kind, (dependencies: Dependencies, call: Call, input: Input) => Promise<View>>
> = {
  document: readDocumentPart,
  group: readGroupPart,
  question: readQuestionPart,
  type: readTypePart,
};

/** Throws `malformed` for what is the id of nothing. */
function kindOf(id: string): Kind {
  if (CITATION.test(id)) return 'document';
  if (GROUP_ID.test(id)) return 'group';
  if (QUESTION_ID.test(id)) return 'question';
  if (TYPE_CODE.test(id)) return 'type';
  throw faultAt('id', 'malformed', { format: 'id' });
}

async function placeOfThing(
  id: string,
  call: Call,
  dependencies: Dependencies,
): Promise<Place | null> {
  switch (kindOf(id)) {
    case 'document':
      return placeOfReadable(id, call, dependencies);
    case 'group':
      return placeOfGroup(id);
    case 'question':
      return placeOfGroup(groupOfQuestion(id));
    case 'type':
      return placeOfBearer(call);
  }
}
