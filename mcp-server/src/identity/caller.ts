/** Who is asking. A bearer is never a person; the four kinds can't be mixed up. */
import type { TokenFacts } from '../gate/facts.ts';
import type { Language, Role } from '../gate/vocabulary.ts';
import type { RunLimits } from '../store/tokens/tokens.ts';

export interface AgentCaller {
  readonly kind: 'agent';
  readonly token: TokenFacts & {
    readonly projectId: string;
    readonly label: string;
    readonly limits?: RunLimits;
  };
  readonly issuer: { readonly id: string; readonly name: string };
  /** What the issuer is in the token's project now; null: no longer a member. An installation's admin counts as maintainer. */
  readonly issuerRole: Role | null;
  /** Their role as a member, admin or not: only members judge and answer. */
  readonly issuerMemberRole: Role | null;
}

export interface PersonCaller {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly isAdmin: boolean;
  readonly language: Language;
  readonly sessionId: string;
  /** Role per project slug. */
  readonly roles: ReadonlyMap<string, Role>;
  /** What the account owes before it opens anything but itself; null: nothing. */
  readonly owes: Owed | null;
  /** Projects that ask for the second factor this person hasn't: closed to them, whatever their role. */
  readonly withheld: ReadonlySet<string>;
}

/** A forced change of the password, or the enrolment of a second factor that the installation asks for. */
export type Owed = 'password_change' | 'second_factor';

export interface StrangerCaller {
  readonly kind: 'stranger';
}

/** Timers, start-up, and the administrator's command line: nobody outside can be this. */
export interface SystemCaller {
  readonly kind: 'system';
}

export type Caller = AgentCaller | PersonCaller | StrangerCaller | SystemCaller;

/** How a caller is named in the log and in call records. */
export function callerKey(caller: Caller): string {
  switch (caller.kind) {
    case 'agent':
      return `token:${caller.token.id}`;
    case 'person':
      return `person:${caller.id}`;
    default:
      return caller.kind;
  }
}
