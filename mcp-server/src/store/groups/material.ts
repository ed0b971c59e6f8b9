/** The texts and times that go with a ruling's changes: what the gate never sees. */
import type { Prisma } from '@flowgate/database';
import type { GroupFacts } from '../../gate/facts.ts';
import type { Actor } from '../events/append-events.ts';

/** The texts of one body: `content` is what its hash is taken over. */
export interface BodyMaterial {
  readonly title: string;
  readonly content: string;
  readonly bodyCharacters: number;
  readonly claimCount: number;
  readonly payloadHash: string;
  readonly authorName: string;
  readonly runId: string | null;
}

/** What the gate knows nothing of about a comment: its words and its place. */
export interface ThreadMaterial {
  /** The one it was written on; absent: the one that is reviewed. */
  readonly revision?: number | undefined;
  /** JSON, as it is stored. */
  readonly anchor: string;
  readonly text: string;
  readonly suggestion: { readonly old: string; readonly new: string } | null;
}

export interface Material {
  readonly now: Date;
  readonly actor: Actor;
  readonly projectId: string;
  readonly groupId: string;
  readonly body?: BodyMaterial | undefined;
  /** The final approval, written by the server: its body's hash is known only here. */
  readonly closing?: (BodyMaterial & { readonly hash: string }) | undefined;
  readonly comment: string | null;
  readonly holdDueAt?: Date | undefined;
  /** Texts of new reasons by id. */
  readonly reasons: ReadonlyMap<string, string>;
  /** New threads by id, which is that of their first comment as well. */
  readonly threads: ReadonlyMap<string, ThreadMaterial>;
  /** The words of a reply, by thread. Those of a next revision are its `responses`. */
  readonly replies: ReadonlyMap<string, { readonly id: string; readonly text: string }>;
  /** Of a reviewing agent's findings. */
  readonly findingsHash: string | null;
  /** The whole review of a held verdict, as JSON. */
  readonly review: string | null;
  readonly responses: ReadonlyMap<string, { readonly text: string; readonly done: boolean }>;
  readonly questions: ReadonlyMap<string, Prisma.QuestionCreateManyInput>;
  readonly closedBecause: string | null;
  readonly typeVersionOf: (type: string) => {
    readonly typeId: string;
    readonly typeVersion: number;
  };
  /** One id per document and transaction, shared by a verdict and its reasons. */
  readonly verdictIdOf: (documentId: string) => string;
  /** Documents that cite others, so that their citations have to be replaced. */
  readonly citingIds: ReadonlySet<string>;
  /** As the documents were before this transaction. */
  readonly before: GroupFacts;
}

/** What a change has no texts for. */
export const NO_TEXTS = {
  comment: null,
  closedBecause: null,
  reasons: new Map(),
  responses: new Map(),
  questions: new Map(),
  threads: new Map(),
  replies: new Map(),
  findingsHash: null,
  review: null,
} as const satisfies Partial<Material>;
