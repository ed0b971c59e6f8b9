/** `flowgate user`: accounts of people. */
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { perform } from '../actions/action.ts';
import { createPerson } from '../actions/people/create-person.ts';
import { listPeople } from '../actions/people/list-people.ts';
import { addUserResets } from './add-user-resets.ts';
import { inHouse } from './open-house.ts';
import { columns, print } from './print.ts';
import { callFrom, type JsonOption, run, withJson } from './run-verb.ts';

interface CreateOptions extends JsonOption {
  readonly username: string;
  readonly email: string;
  readonly password?: string;
  readonly passwordStdin?: boolean;
  readonly displayName?: string;
  readonly admin?: boolean;
  readonly mustChangePassword?: boolean;
  readonly language?: string;
  readonly project?: string;
  readonly role?: string;
}

export function addUser(program: Command): void {
  const user = program.command('user').description('accounts of people');
  withJson(user.command('create'))
    .description('make an account, as a member of a project where one is named')
    .requiredOption('--username <name>', 'what they sign in with')
    .requiredOption('--email <address>', 'where they are reached')
    .option(
      '--password <password>',
      '12 characters or more; other users of this machine may see it',
    )
    .option('--password-stdin', 'read the password from stdin instead')
    .option('--display-name <name>', 'how they are shown; by default the user name')
    .option('--admin', 'may make projects and accounts')
    .option('--must-change-password', 'the password opens nothing but the choice of another')
    .option('--language <language>', 'en, ko or ja')
    .option('--project <slug>', 'make them a member of this project')
    .option('--role <role>', 'viewer, author, reviewer or maintainer; with --project')
    .action(run(createUser));
  withJson(user.command('list')).description('every account').action(run(listUsers));
  addUserResets(user);
}

async function createUser(options: CreateOptions): Promise<void> {
  const { username, email, language, project, role } = options;
  const input = {
    username,
    email,
    password: await passwordOf(options),
    display_name: options.displayName,
    is_admin: options.admin,
    must_change_password: options.mustChangePassword,
    language,
    project,
    role,
  };
  const answer = await inHouse((dependencies) =>
    perform(createPerson, dependencies, callFrom({ kind: 'system' }), input),
  );
  const { user } = answer;
  const what = user.is_admin ? 'an account, as an admin' : 'an account';
  const where = project === undefined ? '' : ` They are ${role} of ${project}.`;
  print(options.json === true, answer, [`${user.username} has ${what}.${where}`]);
}

async function passwordOf({ password, passwordStdin }: CreateOptions): Promise<string> {
  if (passwordStdin) return (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password === undefined)
    throw new Error('Give --password, or --password-stdin and the password on stdin.');
  return password;
}

async function listUsers({ json }: JsonOption): Promise<void> {
  const answer = await inHouse((dependencies) =>
    perform(listPeople, dependencies, callFrom({ kind: 'system' }), {}),
  );
  const rows = answer.users.map((each) => [
    each.username,
    each.display_name,
    each.email,
    [
      each.is_admin ? 'admin' : '',
      each.second_factor ? 'second factor' : '',
      each.state === 'active' ? '' : each.state,
    ]
      .filter(Boolean)
      .join(', '),
  ]);
  print(json === true, answer, columns(['USERNAME', 'NAME', 'EMAIL', ''], rows));
}
