/** Where the story is played: people at the REST door, agents at the MCP door, each tale waiting for its time. */
import type { DemoName } from './people.ts';
import type { Evidence, StoryAgent } from './story-agent.ts';
import { instantOf, type Moment, type StoryClock } from './story-clock.ts';
import type { OpenedGroup, StoryPerson, TokenTerms } from './story-person.ts';

export interface Observation {
  readonly revision: number;
  readonly commit: string;
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

export interface Stage {
  readonly people: Readonly<Record<DemoName, StoryPerson>>;
  /** Where the team's chat takes messages. */
  readonly chatUrl: string;
  /** Issues a continuation token for the group, on these terms, and connects an agent with it. */
  agentFor(
    group: OpenedGroup,
    issuer: StoryPerson,
    agent: string,
    terms?: TokenTerms,
  ): Promise<StoryAgent>;
  /** After each act: what happens elsewhere because of it. */
  afterwards(): Promise<void>;
  /** Issues a token for CI and hands in what it saw of a document. */
  observe(issuer: StoryPerson, documentId: string, seen: Observation): Promise<void>;
  /** Names a group for whoever looks for it later. */
  remember(name: string, group: OpenedGroup): void;
}

/** One group's history. It yields the moment of what it does next, and goes on when that has come. */
export type Tale = (stage: Stage) => AsyncGenerator<Moment, void>;

/** Plays all tales in the order of their moments. Throws when the signal ends the play. */
export async function play(
  tales: readonly Tale[],
  stage: Stage,
  clock: StoryClock,
  signal?: AbortSignal,
): Promise<void> {
  const today = new Date();
  const playing = await Promise.all(tales.map((tale) => advance(tale(stage), today)));
  for (;;) {
    const next = playing.reduce<Playing | null>(
      (first, one) => (one.at !== null && (first?.at == null || one.at < first.at) ? one : first),
      null,
    );
    if (next?.at == null) return;
    signal?.throwIfAborted();
    clock.jump(next.at);
    Object.assign(next, await advance(next.tale, today));
    await stage.afterwards();
  }
}

interface Playing {
  readonly tale: AsyncGenerator<Moment, void>;
  /** Null: it has ended. */
  at: Date | null;
}

async function advance(tale: AsyncGenerator<Moment, void>, today: Date): Promise<Playing> {
  const { done, value } = await tale.next();
  return { tale, at: done === true || value === undefined ? null : instantOf(value, today) };
}
