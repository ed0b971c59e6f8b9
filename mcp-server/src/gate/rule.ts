/** The gate itself: may this verb fall on this document now, and what follows. Every door and every button asks here. */
import { refuseClosedGroup } from './closed.ts';
import type {
  ConfirmCommand,
  GroupCommand,
  HeldCommand,
  ReopenCommand,
  ThreadCommand,
  VerdictCommand,
  WithdrawCommand,
} from './commands.ts';
import { confirm } from './confirming.ts';
import type { DocumentFacts, GroupFacts } from './facts.ts';
import { dropHeld } from './held.ts';
import { refuse } from './refusals.ts';
import { reopen } from './reopening.ts';
import type { Ruling } from './ruling.ts';
import { documentOf } from './sequence.ts';
import { comment, moveThread } from './threads.ts';
import { nextState } from './transitions.ts';
import { giveVerdict } from './verdicts.ts';
import { discard, withdraw } from './withdrawing.ts';

/**
 * Rules on one command. Checks come in one order for all: the group is open, the document is gated, the revision is the
 * one that was read, the table knows the arrow, and then what the verb itself asks for.
 */
export function rule(group: GroupFacts, command: GroupCommand): Ruling {
  const closed = refuseClosed(group, command);
  if (closed !== null) return closed;
  if (command.verb === 'discard') return discard(group, command);
  const document = documentOf(group, command.documentId);
  if (document === null) return refuse('not_gated', { document: command.documentId });
  if (isDrop(command)) return dropHeld(document, command);
  if (command.verb === 'comment') return comment(document, command);
  if (isOnThread(command)) return moveThread(document, command);
  return refuseDocument(document, command) ?? onDocument(group, document, command);
}

type DocumentCommand = VerdictCommand | ReopenCommand | ConfirmCommand | WithdrawCommand;

function onDocument(group: GroupFacts, document: DocumentFacts, command: DocumentCommand): Ruling {
  switch (command.verb) {
    case 'reopen':
      return reopen(group, document, command);
    case 'confirm':
      return confirm(group, document, command);
    case 'withdraw':
      return withdraw(group, document, command);
    default:
      return giveVerdict(group, document, command);
  }
}

/**
 * A closed group takes nothing, with two exceptions: a maintainer reopens a document of a completed one, and a held
 * verdict still on its way may always be dropped.
 */
function refuseClosed(group: GroupFacts, command: GroupCommand): Ruling | null {
  const closed = isDrop(command) ? null : refuseClosedGroup(group);
  if (closed === null || group.archived) return closed;
  if (group.state !== 'completed' || command.verb !== 'reopen') return closed;
  return command.by.kind === 'person' && command.by.mayMaintain ? null : closed;
}

function isDrop(command: GroupCommand): command is HeldCommand {
  return command.verb === 'undo_held' || command.verb === 'void_held';
}

function isOnThread(command: GroupCommand): command is ThreadCommand {
  return ['reply', 'mark_done', 'resolve'].includes(command.verb);
}

function refuseDocument(document: DocumentFacts, command: DocumentCommand): Ruling | null {
  const { id, revision, state, series } = document;
  if (command.revision !== undefined && command.revision !== revision) {
    return refuse('revision_replaced', { seen: command.revision, latest: revision, document: id });
  }
  if (series === 'closing' && command.verb !== 'approve') return refuse('closing_is_approve_only');
  if (series === 'root' && command.verb === 'withdraw') return refuse('root_not_withdrawable');
  if (nextState(state, command.verb) !== null) return null;
  return refuse('state_forbids', { state, verb: command.verb, document: id });
}
