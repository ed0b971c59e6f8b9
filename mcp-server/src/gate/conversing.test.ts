import { describe, expect, test } from 'vitest';
import { type ConversationFacts, refuseTurn, staleSince, type TurnAuthor } from './conversing.ts';
import { TURNS_PER_CONVERSATION_MAX } from './limits.ts';
import { tokenOf } from './testing/scene.ts';
import { AUTHOR_SCOPES, GROUP_STATES, SERIES, TOKEN_KINDS, TOKEN_STATES } from './vocabulary.ts';

const talk: ConversationFacts = {
  ...{ id: 'doc7', series: 'conversation', groupId: 'g', groupState: 'open', turnCount: 3 },
  ...{ projectId: 'shop', archived: false },
};
const person = (mayWrite: boolean): TurnAuthor => ({ kind: 'person', mayWrite });
const agent = (at: Parameters<typeof tokenOf>[0] = {}, issuerMayWrite = true): TurnAuthor => ({
  kind: 'token',
  token: tokenOf({ scopes: AUTHOR_SCOPES, ...at }),
  issuerMayWrite,
});
const said = (conversation: ConversationFacts, author: TurnAuthor) =>
  refuseTurn(conversation, author)?.refusal.code ?? 'yes';

describe('a turn', () => {
  test.each(GROUP_STATES)('in a group that is %s', (groupState) => {
    const expected = groupState === 'open' ? 'yes' : 'group_closed';
    expect(said({ ...talk, groupState }, person(true))).toBe(expected);
  });

  test('in an archived project', () => {
    expect(said({ ...talk, archived: true }, person(true))).toBe('project_archived');
  });

  test.each(SERIES)('in a document of the series %s', (series) => {
    const expected = series === 'conversation' ? 'yes' : 'not_a_conversation';
    expect(said({ ...talk, series }, agent())).toBe(expected);
  });

  test.each(TOKEN_KINDS.flatMap((kind) => TOKEN_STATES.map((state) => [kind, state] as const)))(
    'by a %s token that is %s',
    (kind, state) => {
      expect(said(talk, agent({ kind, state }))).toBe(state === 'ended' ? 'token_ended' : 'yes');
    },
  );

  test.each([
    ['a person who may write', person(true), 'yes'],
    ['a person who may not', person(false), 'may_not_write'],
    ['an agent without the scope', agent({ scopes: ['read', 'submit'] }), 'scope_missing'],
    ['an agent whose issuer may write no more', agent({}, false), 'may_not_write'],
  ] as const)('by %s', (_, author, expected) => {
    expect(said(talk, author)).toBe(expected);
  });

  test('is refused once the conversation is full', () => {
    const full = { ...talk, turnCount: TURNS_PER_CONVERSATION_MAX };
    expect(said(full, person(true))).toBe('too_many_turns');
    expect(said({ ...full, turnCount: full.turnCount - 1 }, person(true))).toBe('yes');
  });
});

describe('what its author had not read', () => {
  const turns = [
    { number: 1, byId: 'ada' },
    { number: 2, byId: 'grace' },
    { number: 3, byId: 'ada' },
    { number: 4, byId: 'eve' },
  ];
  test.each([
    ['nothing, when it rests on the last', turns, 4, 'ada', null],
    ['the first of another after it', turns, 1, 'ada', 2],
    ['the next when one was read', turns, 2, 'ada', 4],
    ['never their own', turns, 0, 'grace', 1],
    ['not their own in between', turns.slice(0, 3), 2, 'ada', null],
    ['nothing where nothing was said', [], 0, 'ada', null],
  ] as const)('%s', (_, said, basedOn, author, expected) => {
    expect(staleSince(said, basedOn, author)).toBe(expected);
  });
});
