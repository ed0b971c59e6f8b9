/** A maintainer hands an agent a key: bound, scoped, dated, and shown this once. */
import { IssueTokenInput, TokenIssuedView } from '../../contracts/tokens.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { GroupFacts, TokenFacts } from '../../gate/facts.ts';
import type { GateEvent } from '../../gate/ruling.ts';
import { headOf } from '../../gate/sequence.ts';
import { mintToken } from '../../identity/agent-tokens.ts';
import type { PersonCaller } from '../../identity/caller.ts';
import { type Fault, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { findProject } from '../../store/projects/projects.ts';
import { insertToken, type NewToken, type TokenRecord } from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { changeGroup } from '../change-group.ts';
import { requirePerson } from '../people/require-person.ts';
import { setUpLines } from './set-up-lines.ts';
import { type BoundSteps, stepsOf } from './steps-of.ts';
import { faultsOfTerms, mayGrant, type Terms, termsOf } from './terms-of.ts';
import { tokenViews } from './token-view.ts';
import { writeHandoff } from './write-handoff.ts';

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

interface Minted {
  readonly secret: string;
  readonly token: NewToken;
}

function mint(
  { keys, clock }: Dependencies,
  call: Call,
  issuer: PersonCaller,
  input: IssueTokenInput,
  terms: Terms,
  steps: BoundSteps,
): Minted {
  const { id, secret, sealed } = mintToken(keys);
  const createdAt = clock.now();
  const facts: TokenFacts = {
    id,
    kind: input.kind,
    scopes: terms.scopes,
    issuerId: issuer.id,
    groupId: input.group ?? null,
    stepId: steps.step?.id ?? null,
    targetStepId: steps.target?.id ?? null,
    documentId: null,
    types: input.types ?? null,
    agent: input.agent ?? null,
    mode: terms.mode,
    state: 'live',
  };
  const expiresAt = new Date(createdAt.getTime() + terms.seconds * 1000);
  const { project: projectId } = input;
  const { label } = terms;
  const { language } = call.say;
  return { secret, token: { facts, projectId, label, language, sealed, createdAt, expiresAt } };
}

function issued({ facts, expiresAt }: NewToken): GateEvent {
  return {
    kind: 'token.issued',
    stepId: facts.stepId ?? undefined,
    details: {
      token: facts.id,
      kind: facts.kind,
      scopes: facts.scopes.join(' '),
      expires_at: expiresAt.toISOString(),
    },
  };
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
  if ((await findProject(database.reader, input.project)) === null) throw problems.notFound();
  const minted = mint(dependencies, call, issuer, input, terms, { step: null, target: null });
  const row = await database.inTransaction(async (transaction) => {
    const inserted = await insertToken(transaction, minted.token);
    await appendEvents(transaction, {
      projectId: input.project,
      groupId: null,
      actor: actorOf(issuer),
      at: minted.token.createdAt,
      events: [issued(minted.token)],
    });
    return inserted;
  });
  announcer.announce(input.project);
  const address = `${dependencies.config.publicUrl}/mcp`;
  const handoff = [
    call.say.handoff('intro'),
    call.say.handoff('connect_lines', { address }),
    call.say.handoff('connect_missing'),
    call.say.handoff('rules_lines'),
  ].join('\n\n');
  return { row, secret: minted.secret, handoff };
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
    const minted = mint(dependencies, call, issuer, input, terms, steps);
    return {
      changes: [],
      events: [issued(minted.token)],
      also: async (transaction) => {
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

async function handoffOf(
  { database, config }: Dependencies,
  { say }: Call,
  { record, facts }: GroupScene,
  token: TokenFacts,
): Promise<string> {
  const stepId = token.stepId ?? headOf(facts)?.id;
  const document = facts.documents.find((candidate) => candidate.stepId === stepId);
  const open = document?.openReasonIds ?? [];
  const reasons =
    open.length === 0
      ? []
      : await database.reader.reason.findMany({
          where: { id: { in: [...open] } },
          orderBy: { number: 'asc' },
          select: { id: true, revision: true, text: true },
        });
  return writeHandoff(say, {
    publicUrl: config.publicUrl,
    group: facts,
    groupTitle: record.title,
    token,
    titles: new Map(record.documents.map(({ id, title }) => [id, title])),
    reasons,
    instructions: record.project.instructions,
  });
}
