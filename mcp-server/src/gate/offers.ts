/** Which verbs a judge could use on a document right now. The same rule is asked, so button and server can't disagree. */
import type { Judge } from './callers.ts';
import type { GroupCommand } from './commands.ts';
import type { GroupFacts } from './facts.ts';
import { rule } from './rule.ts';
import type { Refusal } from './ruling.ts';
import { documentOf } from './sequence.ts';
import type { Verb } from './vocabulary.ts';

export interface Offer {
  readonly verb: Verb;
  readonly allowed: boolean;
  readonly refusal?: Refusal;
}

const OFFERED = [
  'approve',
  'request_revision',
  'reject',
  'reopen',
  'confirm',
  'withdraw',
] as const satisfies readonly Verb[];

/** A reason stands for the one the judge would write: what is asked is whether the verb is open to them. */
const REASON_TO_COME = ['reason-to-come'];

/**
 * Every verb with its answer, on the revision shown. Empty for documents that aren't gated. Withdrawing is offered to
 * people only.
 */
export function verdictsOnOffer(
  group: GroupFacts,
  documentId: string,
  judge: Judge,
): readonly Offer[] {
  const document = documentOf(group, documentId);
  if (document === null) return [];
  return OFFERED.flatMap((verb): readonly Offer[] => {
    const command = commandFor(verb, documentId, document.revision, judge);
    if (command === null) return [];
    const ruling = rule(group, command);
    return [
      ruling.allowed ? { verb, allowed: true } : { verb, allowed: false, refusal: ruling.refusal },
    ];
  });
}

function commandFor(
  verb: (typeof OFFERED)[number],
  documentId: string,
  revision: number,
  by: Judge,
): GroupCommand | null {
  const reasonIds = REASON_TO_COME;
  switch (verb) {
    case 'withdraw':
      return by.kind === 'person' ? { verb, documentId, revision, by } : null;
    case 'approve':
    case 'confirm':
      return { verb, documentId, revision, by };
    default:
      return { verb, documentId, revision, by, reasonIds };
  }
}
