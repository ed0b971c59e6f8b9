/** `flowgate token`: credentials of agents. */
import { type Command, InvalidArgumentError } from 'commander';
import { perform } from '../actions/action.ts';
import { issueToken } from '../actions/tokens/issue-token.ts';
import { listTokens } from '../actions/tokens/list-tokens.ts';
import { revokeToken } from '../actions/tokens/revoke-token.ts';
import type { TokenView } from '../contracts/tokens.ts';
import { actAs } from '../identity/person-caller.ts';
import { inHouse } from './open-house.ts';
import { columns, print } from './print.ts';
import { callFrom, type JsonOption, run, withJson } from './run-verb.ts';

interface IssueOptions extends JsonOption {
  readonly issuer: string;
  readonly project: string;
  readonly group?: string;
  readonly kind: string;
  readonly scopes?: string[];
  readonly step?: string;
  readonly targetStep?: string;
  readonly types?: string[];
  readonly agent?: string;
  readonly mode?: string;
  readonly expiresInSeconds?: number;
  readonly label?: string;
}

interface ListOptions extends JsonOption {
  readonly project?: string;
  readonly group?: string;
}

const CALL = callFrom({ kind: 'system' });

export function addToken(program: Command): void {
  const token = program.command('token').description('credentials of agents');
  withJson(token.command('issue'))
    .description('issue a token in the name of a maintainer; its secret is shown this once')
    .requiredOption('--issuer <username>', 'in whose name; the token never may more than they may')
    .requiredOption('--project <slug>', 'where it works')
    .option('--group <id>', 'the group it works on, such as shop.default.0072')
    .requiredOption('--kind <kind>', 'step, continuation, worker or ci')
    .option('--scopes <list>', 'with commas; by default what an author needs', listOf)
    .option('--step <id>', 'the step of a step token; by default the head')
    .option('--target-step <id>', 'where a continuation ends; by default before the final approval')
    .option('--types <list>', 'document types it may submit, with commas', listOf)
    .option('--agent <name>', "the agent's name")
    .option('--mode <mode>', 'supervised, review or unattended')
    .option('--expires-in-seconds <seconds>', 'how long it lives', wholeNumber)
    .option('--label <text>', 'how it is shown')
    .action(run(issue));
  withJson(token.command('list'))
    .description('who holds which key, and when it was last used')
    .option('--project <slug>', 'only of this project')
    .option('--group <id>', 'only of this group')
    .action(run(list));
  withJson(token.command('revoke <id>'))
    .description('end a token and its runs; this can not be undone')
    .action(run(revoke));
}

async function issue({ json, issuer: username, ...options }: IssueOptions): Promise<void> {
  const { targetStep: target_step, expiresInSeconds: expires_in_seconds, ...rest } = options;
  const answer = await inHouse(async (dependencies) => {
    const issuer = await actAs(dependencies, username);
    if (issuer === null) throw new Error(`Nobody with an account here is called ${username}.`);
    const input = { ...rest, target_step, expires_in_seconds };
    return perform(issueToken, dependencies, callFrom(issuer), input);
  });
  print(json === true, answer, [
    `Token ${answer.token.id} (${answer.token.kind}), until ${answer.token.expires_at}.`,
    'Its secret is shown this once:',
    '',
    `  ${answer.secret}`,
    '',
    'Claude Code:',
    '',
    `  ${answer.setup.claude_code}`,
    '',
    'What to give the agent:',
    '',
    answer.handoff,
  ]);
}

async function list({ json, ...where }: ListOptions): Promise<void> {
  const tokens = await inHouse(async (dependencies) => {
    const all: TokenView[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: { tokens: TokenView[]; cursor: string | null } = await perform(
        listTokens,
        dependencies,
        CALL,
        { ...where, limit: 200, ...(cursor === undefined ? {} : { cursor }) },
      );
      all.push(...page.tokens);
      cursor = page.cursor;
    }
    return all;
  });
  const rows = tokens.map((each) => [
    each.id,
    each.kind,
    each.state,
    each.group ?? each.project,
    each.issuer,
    each.last_used_at ?? 'never',
    each.label,
  ]);
  const head = ['ID', 'KIND', 'STATE', 'WHERE', 'ISSUER', 'LAST USED', 'LABEL'];
  print(json === true, { tokens }, columns(head, rows));
}

async function revoke(id: string, { json }: JsonOption): Promise<void> {
  const answer = await inHouse((dependencies) =>
    perform(revokeToken, dependencies, CALL, { token_id: id }),
  );
  print(json === true, answer, [`Token ${id} is revoked.`]);
}

function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
