/** The protocol's event bus, but one that knows who listens: what is told to some must not tell others that something happened. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerEvent, ServerEventBus } from '@modelcontextprotocol/server';
import type { AgentCaller } from '../../identity/caller.ts';

type Listener = (event: ServerEvent) => void;

export class ProjectEventBus implements ServerEventBus {
  readonly #listeners = new Map<Listener, AgentCaller | undefined>();
  readonly #caller = new AsyncLocalStorage<AgentCaller>();

  /** Streams that `work` opens are this caller's. The protocol's handler subscribes without saying for whom. */
  openedBy<T>(caller: AgentCaller, work: () => T): T {
    return this.#caller.run(caller, work);
  }

  publish(event: ServerEvent): void {
    this.publishTo(() => true, event);
  }

  publishTo(mayHear: (caller: AgentCaller) => boolean, event: ServerEvent): void {
    for (const [listener, caller] of [...this.#listeners]) {
      if (caller !== undefined && mayHear(caller)) listener(event);
    }
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.set(listener, this.#caller.getStore());
    return () => void this.#listeners.delete(listener);
  }
}
