/** `flowgate user reset-password | reset-second-factor | unlock`: for who can't get in, by whoever sits at the machine. */
import type { Command } from 'commander';
import { perform } from '../actions/action.ts';
import { offerPasswordReset, offerSecondFactorReset } from '../actions/people/offer-reset.ts';
import { unlockPerson } from '../actions/people/unlock-person.ts';
import { inHouse } from './open-house.ts';
import { print } from './print.ts';
import { callFrom, type JsonOption, run, withJson } from './run-verb.ts';

type Verb = (username: string, options: JsonOption) => Promise<void>;

export function addUserResets(user: Command): void {
  add(user, 'reset-password', 'print a link with which they choose a new password', resetPassword);
  add(
    user,
    'reset-second-factor',
    'print a link that takes their second factor away; they need their password for it',
    resetSecondFactor,
  );
  add(user, 'unlock', 'lift the wait after failed sign-ins', unlock);
}

function add(user: Command, name: string, description: string, verb: Verb): void {
  withJson(user.command(name))
    .description(description)
    .argument('<username>', 'their user name or e-mail address')
    .action(run(verb));
}

const resetPassword: Verb = (username, { json }) => printLink(offerPasswordReset, username, json);
const resetSecondFactor: Verb = (username, { json }) =>
  printLink(offerSecondFactorReset, username, json);

async function printLink(
  offer: typeof offerPasswordReset,
  username: string,
  json: boolean | undefined,
): Promise<void> {
  const answer = await inHouse((dependencies) =>
    perform(offer, dependencies, callFrom({ kind: 'system' }), { username }),
  );
  print(json === true, answer, [
    `Give ${username} this link; it works once, until ${answer.expires_at}:`,
    answer.link,
  ]);
}

const unlock: Verb = async (username, { json }) => {
  const answer = await inHouse((dependencies) =>
    perform(unlockPerson, dependencies, callFrom({ kind: 'system' }), { username }),
  );
  print(json === true, answer, [`${answer.user.username} can sign in again at once.`]);
};
