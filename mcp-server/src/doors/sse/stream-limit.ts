/** How many streams are open, per caller and in this process. */
import { SSE_STREAMS_PER_PERSON_MAX } from '../../contracts/index.ts';
import { problems } from '../../problems.ts';

/** Each holds a socket and a subscription; far more than a process should serve pages to at once. */
const STREAMS_PER_PROCESS_MAX = 2_000;
const RETRY_SECONDS = 10;

export class StreamLimit {
  readonly #open = new Map<string, number>();
  #total = 0;

  /** Counts a stream until the returned function is called. Throws `too_many`. */
  enter(key: string): () => void {
    const own = this.#open.get(key) ?? 0;
    if (own >= SSE_STREAMS_PER_PERSON_MAX || this.#total >= STREAMS_PER_PROCESS_MAX) {
      throw problems.tooMany(RETRY_SECONDS);
    }
    this.#open.set(key, own + 1);
    this.#total += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#total -= 1;
      const now = (this.#open.get(key) ?? 1) - 1;
      if (now > 0) this.#open.set(key, now);
      else this.#open.delete(key);
    };
  }
}
