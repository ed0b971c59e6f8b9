/** May this document be handed in, here and now, by this author? One order of checks, one code for each refusal. */

import type { Author } from './callers.ts';
import { refuseClosedGroup } from './closed.ts';
import type { Submission } from './commands.ts';
import type { GroupFacts } from './facts.ts';
import { land, refuseLanding } from './landing.ts';
import { admitOutside } from './outside.ts';
import { received } from './receiving.ts';
import type { Ruling } from './ruling.ts';
import { documentOf } from './sequence.ts';

/**
 * Admits a document at the head, its next revision, or one outside the steps. In order: the group lives; the document
 * named is this group's and the head's; the author may write there; the type and predecessor are right; nobody else's
 * document waits; it is the author's turn; no blocking question is open; every open reason has its response; and the
 * body isn't the last one again. `now` tells whether another run has fallen silent, and whether the own is out of time.
 */
export function admit(
  group: GroupFacts,
  submission: Submission,
  author: Author,
  now: Date,
): Ruling {
  const closed = refuseClosedGroup(group);
  if (closed !== null) return closed;
  const { documentId, outside } = submission;
  const named = documentId === undefined ? null : documentOf(group, documentId);
  if (outside !== undefined || named?.series === 'plan') {
    return admitOutside(group, submission, author, now);
  }
  const landing = land(group, submission);
  if ('allowed' in landing) return landing;
  const refused = refuseLanding(group, submission, author, landing, now);
  return refused ?? received(group, submission, author, landing, now);
}
