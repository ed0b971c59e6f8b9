/** What a worker without MCP may do here, from its own token: actions, tools, addresses, and what it isn't shown and why. */
import { HelpView } from '../../contracts/inbox.ts';
import { NoInput } from '../../contracts/primitives.ts';
import type { Scope } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { action } from '../action.ts';
import { placeOfBearer } from '../places.ts';
import { AUTHENTICATION, ERRORS, INBOX_ACTION_HELP, INBOX_NOTES } from './help-texts.ts';

/** The tools as plain calls, with the scopes that open them; the table itself stands at the door. */
export interface ToolSummary {
  readonly name: string;
  readonly summary: string;
  readonly scopes: readonly Scope[];
}

export const readHelp = (tools: () => readonly ToolSummary[]) =>
  action({
    name: 'read_help',
    input: NoInput,
    output: HelpView,
    permission: 'help.read',
    place: (_input, call) => placeOfBearer(call),
    async run({ config }, { caller }) {
      if (caller.kind !== 'agent') throw problems.notPermitted();
      const { scopes } = caller.token;
      const mayAny = (needed: readonly Scope[]) => needed.some((scope) => scopes.includes(scope));
      const api = `${config.publicUrl}/api/v1`;
      const shown = INBOX_ACTION_HELP.filter(({ needs }) => mayAny(needs));
      const usable = tools().filter((tool) => mayAny(tool.scopes));
      return {
        ok: true as const,
        endpoint: `POST ${api}/inbox`,
        authentication: AUTHENTICATION,
        errors: ERRORS,
        actions: shown.map(({ action: name, summary, example }) => ({
          action: name,
          summary,
          example: example as never,
        })),
        tools: usable.map(({ name, summary }) => ({
          name,
          summary,
          url: `${api}/tools/${name}`,
        })),
        items: [
          {
            name: 'doc_type',
            summary: 'Every type you may meet, with its guide.',
            url: `${api}/help/doc_type`,
          },
          ...(scopes.includes('clarify')
            ? [{ name: 'question', summary: 'How to ask a person.', url: `${api}/help/question` }]
            : []),
        ],
        hidden: [
          ...INBOX_ACTION_HELP.filter(({ needs }) => !mayAny(needs)).map(
            ({ action: name, needs }) => ({ name, reason: lacks(needs) }),
          ),
          ...tools()
            .filter((tool) => !mayAny(tool.scopes))
            .map((tool) => ({ name: `tools/${tool.name}`, reason: lacks(tool.scopes) })),
        ],
        notes: [...INBOX_NOTES],
      };
    },
  });

function lacks(needed: readonly Scope[]): string {
  return `token_scope: needs ${needed.join(' or ')}`;
}
