/** Conversations: who may write a turn, and which turns its author had not read. Turns only grow, so there is no state to move. */
import type { PersonCaller, WritingToken } from './callers.ts';
import { refuseClosedGroup } from './closed.ts';
import { TURNS_PER_CONVERSATION_MAX } from './limits.ts';
import { refuse } from './refusals.ts';
import type { Refused } from './ruling.ts';
import type { GroupState, Series } from './vocabulary.ts';

export interface ConversationFacts {
  readonly id: string;
  readonly series: Series;
  readonly groupId: string;
  readonly groupState: GroupState;
  readonly projectId: string;
  /** Its project is archived. */
  readonly archived: boolean;
  /** How many turns it has. */
  readonly turnCount: number;
}

export type TurnAuthor =
  | Pick<PersonCaller, 'kind' | 'mayWrite'>
  | Pick<WritingToken, 'kind' | 'token' | 'issuerMayWrite'>;

/**
 * Why this author may not add a turn, or null. A spent token may: its document waits for a verdict, and talking spends
 * nothing. A closed group takes none, and a conversation has a last turn.
 */
export function refuseTurn(conversation: ConversationFacts, author: TurnAuthor): Refused | null {
  const { id, series, groupId, groupState: state, projectId, archived, turnCount } = conversation;
  const closed = refuseClosedGroup({ id: groupId, projectId, archived, state });
  if (closed !== null) return closed;
  if (series !== 'conversation') return refuse('not_a_conversation', { document: id });
  return refuseAuthor(author) ?? refuseLength(id, turnCount);
}

function refuseAuthor(author: TurnAuthor): Refused | null {
  if (author.kind === 'person') return author.mayWrite ? null : refuse('may_not_write');
  const { token, issuerMayWrite } = author;
  if (!issuerMayWrite) return refuse('may_not_write');
  if (!token.scopes.includes('converse')) return refuse('scope_missing', { scope: 'converse' });
  return token.state === 'ended' ? refuse('token_ended', { token: token.id }) : null;
}

function refuseLength(id: string, turnCount: number): Refused | null {
  if (turnCount < TURNS_PER_CONVERSATION_MAX) return null;
  return refuse('too_many_turns', { document: id, max: TURNS_PER_CONVERSATION_MAX });
}

/**
 * The first turn of somebody else that the author of a new one had not read, or null. `basedOn` is the last they say
 * they read; one's own are always known.
 */
export function staleSince(
  turns: readonly { readonly number: number; readonly byId: string }[],
  basedOn: number,
  authorId: string,
): number | null {
  const unread = turns
    .filter(({ number, byId }) => number > basedOn && byId !== authorId)
    .map(({ number }) => number);
  return unread.length === 0 ? null : Math.min(...unread);
}
