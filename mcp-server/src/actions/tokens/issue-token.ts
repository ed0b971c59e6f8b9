/** A maintainer hands an agent a key: bound, scoped, dated, and shown this once. */

import type { Transaction } from '@flowgate/database';
import { IssueTokenInput, TokenIssuedView } from '../../contracts/tokens.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts, TokenFacts } from '../../gate/facts.ts';
import { TOKENS_PER_ISSUER_MAX, TOKENS_PER_PROJECT_MAX } from '../../gate/limits.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import { type Fault, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findProject } from '../../store/projects/projects.ts';
import {
  countLiveTokens,
  insertToken,
  type NewToken,
  type TokenRecord,
} from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { changeGroup } from '../change-group.ts';
import { requirePerson } from '../people/require-person.ts';
import { requireUnarchived } from '../projects/require-unarchived.ts';
import { handoffOf, handoffOfProject } from './handoff-of.ts';
import { mintOnTerms, tokenIssued } from './mint-on-terms.ts';
import { setUpLines } from './set-up-lines.ts';
import { stepsOf } from './steps-of.ts';
import { faultsOfTerms, mayGrant, type Terms, termsOf } from './terms-of.ts';
import { tokenViews } from './token-view.ts';

export const issueToken = action({
  name: 'issue_token',
  input: IssueTokenInput,
  output: TokenIssuedView,
  permission: 'token.issue',
  place: ({ project, group }) => ({
    projectId: project,
    ...(group === undefined ? {} : { groupId: group }),
  }),
  async run(dependencies, call, input) {
    const issuer = requirePerson(call.caller);
    const terms = termsOf(input);
    const faults = [...faultsOfTerms(input, terms), ...(await faultsOfTypes(dependencies, input))];
    if (faults.length > 0) throw problems.inputInvalid(faults);
    if (!mayGrant(issuer, input.project, terms.scopes)) throw problems.notPermitted();
    const { row, secret, handoff } =
      input.group === undefined
        ? await issueForProject(dependencies, call, issuer, input, terms)
        : await issueForGroup(dependencies, call, issuer, input, terms, input.group);
    const [token] = await tokenViews(dependencies, [row]);
    if (token === undefined) throw new Error('a token was issued without a view');
    return { token, secret, handoff, setup: setUpLines(dependencies.config.publicUrl, secret) };
  },
});

interface Issued {
  readonly row: TokenRecord;
  readonly secret: string;
  readonly handoff: string;
}

/** Its types are the project's; whether a step of that type will ever come is another matter. */
async function faultsOfTypes(
  { types }: Dependencies,
  { types: codes = [], project }: IssueTokenInput,
): Promise<Fault[]> {
  if (codes.length === 0) return [];
  const known = new Set((await types.list(project)).map(({ code }) => code));
  return codes.flatMap((code, index) =>
    known.has(code) ? [] : [{ path: `types[${index}]`, code: 'type_unknown', params: {} }],
  );
}

/** For a worker or for CI: no group changes by it. */
async function issueForProject(
  dependencies: Dependencies,
  call: Call,
  issuer: PersonCaller,
  input: IssueTokenInput,
  terms: Terms,
): Promise<Issued> {
  const { database, announcer } = dependencies;
  const project = await findProject(database.reader, input.project);
  if (project === null) throw problems.notFound();
  requireUnarchived(project);
  const minted = mintOnTerms(dependencies, call, issuer, input, terms, {
    step: null,
    target: null,
  });
  const row = await database.inTransaction(async (transaction) => {
    await requireRoom(transaction, minted.token);
    const inserted = await insertToken(transaction, minted.token);
    await appendEvents(transaction, {
      projectId: input.project,
      groupId: null,
      actor: actorOf(issuer),
      at: minted.token.createdAt,
      events: [tokenIssued(minted.token)],
    });
    return inserted;
  });
  announcer.announce(input.project);
  return {
    row,
    secret: minted.secret,
    handoff: handoffOfProject(dependencies, call, project, minted.token.facts),
  };
}

/** Of two that are issued at once at the very limit both may pass: it bounds what piles up, not a right. */
async function requireRoom(
  transaction: Transaction,
  { projectId, facts: { issuerId }, createdAt }: NewToken,
): Promise<void> {
  const { inProject, ofIssuer } = await countLiveTokens(
    transaction,
    projectId,
    issuerId,
    createdAt,
  );
  const limit =
    ofIssuer >= TOKENS_PER_ISSUER_MAX
      ? TOKENS_PER_ISSUER_MAX
      : inProject >= TOKENS_PER_PROJECT_MAX
        ? TOKENS_PER_PROJECT_MAX
        : null;
  if (limit !== null) throw problems.refused({ code: 'too_many_tokens', params: { limit } });
}

/** Under the group's lock: who could fill the head, and so who must act, changes with it. */
async function issueForGroup(
  dependencies: Dependencies,
  call: Call,
  issuer: PersonCaller,
  input: IssueTokenInput,
  terms: Terms,
  groupId: string,
): Promise<Issued> {
  let row: TokenRecord | undefined;
  return changeGroup(dependencies, call, groupId, {}, (scene) => {
    const steps = stepsOf(scene.facts, input, terms.scopes);
    const minted = mintOnTerms(dependencies, call, issuer, input, terms, steps);
    return {
      changes: [],
      events: [tokenIssued(minted.token)],
      also: async (transaction) => {
        await requireRoom(transaction, minted.token);
        row = await insertToken(transaction, minted.token);
      },
      reckon: (after) => withToken(after, minted.token.facts),
      answer: async () => {
        if (row === undefined) throw new Error('a token was issued without a row');
        const handoff = await handoffOf(dependencies, call, scene, minted.token.facts);
        return { row, secret: minted.secret, handoff };
      },
    };
  });
}

function withToken(group: GroupFacts, token: TokenFacts): GroupFacts {
  return {
    ...group,
    tokens: [...group.tokens, token],
    tokenIssuerIds: [...new Set([...group.tokenIssuerIds, token.issuerId])],
  };
}
