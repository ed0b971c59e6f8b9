/** How a worker without MCP asks a person, with a request that would be taken. */
import { HelpQuestionView } from '../../contracts/inbox.ts';
import { NoInput } from '../../contracts/primitives.ts';
import { action } from '../action.ts';
import { placeOfBearer } from '../places.ts';
import { QUESTION_HELP } from './help-texts.ts';

export const readHelpQuestion = action({
  name: 'read_help_question',
  input: NoInput,
  output: HelpQuestionView,
  permission: 'question.clarify',
  place: (_input, call) => placeOfBearer(call),
  async run({ config }) {
    const { summary, example, notes } = QUESTION_HELP;
    return {
      ok: true as const,
      summary,
      endpoint: `POST ${config.publicUrl}/api/v1/tools/clarify`,
      example: example as never,
      notes: [...notes],
    };
  },
});
