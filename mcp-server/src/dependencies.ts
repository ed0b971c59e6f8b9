/** What every action is handed: a record, no container. Types only. */
import type { Database } from '@flowgate/database';
import type { Logger } from 'pino';
import type { Announcer } from './announcer/announcer.ts';
import type { Config } from './config.ts';
import type { Language } from './gate/vocabulary.ts';
import type { Caller } from './identity/caller.ts';
import type { KeyRing } from './identity/key-ring.ts';
import type { OutsideAnswer, OutsideRequest } from './outgoing/call-outside.ts';
import type { Sentences } from './sentences/sentences.ts';
import type { TypeCatalogue } from './store/types/type-catalogue.ts';

export interface Dependencies {
  readonly config: Config;
  readonly database: Database;
  readonly announcer: Announcer;
  readonly clock: { now(): Date };
  /** A new unguessable id: 128 random bits, url-safe. */
  readonly newId: () => string;
  readonly keys: KeyRing;
  readonly types: TypeCatalogue;
  readonly log: Logger;
  /** The one way to call an address that somebody else chose. Throws OutsideProblem. */
  readonly callOutside: (request: OutsideRequest) => Promise<OutsideAnswer>;
  /** How it is said in a language that isn't the caller's: stored texts speak the project's. */
  readonly sentencesIn: (language: Language) => Sentences;
}

/** One call through a door: who, in which language, and how to tell them that it goes on. */
export interface Call {
  readonly caller: Caller;
  /** How it is said, in the caller's language. */
  readonly say: Sentences;
  readonly requestId: string;
  /** The client's address, for sessions and limits; empty inside the process. */
  readonly address: string;
  readonly userAgent: string;
  /** Fires when the client leaves or the server stops; a wait then ends early. */
  readonly signal?: AbortSignal;
  /** Absent: the client can't be told; waits are short then. */
  readonly progress?: (message: string) => void;
  readonly era?: 'modern' | 'legacy';
}

export type { Sentences };
