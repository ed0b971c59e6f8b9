/** Reads `/api/v1/events` as a browser would, frame by frame. */
import { setTimeout as pause } from 'node:timers/promises';

export interface ReadFrame {
  readonly event: string;
  readonly id: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into frames whose contract the server has already checked.
  readonly data: any;
}

const FRAME_MILLISECONDS_MAX = 15_000;

export class EventReader {
  readonly status: number;
  readonly #frames: ReadFrame[] = [];
  readonly #controller: AbortController;
  #ended = false;
  #wake: () => void = () => undefined;

  private constructor(response: Response, controller: AbortController) {
    this.status = response.status;
    this.#controller = controller;
    void this.#readAll(response);
  }

  static async open(
    url: string,
    headers: Record<string, string>,
    query = '',
  ): Promise<EventReader> {
    const controller = new AbortController();
    const response = await fetch(`${url}/api/v1/events${query}`, {
      headers,
      signal: controller.signal,
    });
    return new EventReader(response, controller);
  }

  /** The next frame of this kind, taken out with what came before it; fails when none comes. */
  async next(event: string): Promise<ReadFrame> {
    const give = AbortSignal.timeout(FRAME_MILLISECONDS_MAX);
    for (;;) {
      const place = this.#frames.findIndex((frame) => frame.event === event);
      const [found] = place < 0 ? [] : this.#frames.splice(0, place + 1).slice(-1);
      if (found !== undefined) return found;
      if (this.#ended || give.aborted) throw new Error(`no ${event} came`);
      await this.#news(give);
    }
  }

  /** Resolves when the server has ended the stream. */
  async end(): Promise<void> {
    const give = AbortSignal.timeout(FRAME_MILLISECONDS_MAX);
    while (!this.#ended) {
      if (give.aborted) throw new Error('the stream stayed open');
      await this.#news(give);
    }
  }

  /** What has come and wasn't taken out. */
  get rest(): readonly ReadFrame[] {
    return this.#frames;
  }

  close(): void {
    this.#controller.abort();
  }

  #news(give: AbortSignal): Promise<unknown> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    return Promise.race([
      woken,
      pause(FRAME_MILLISECONDS_MAX, undefined, { signal: give }).catch(() => undefined),
    ]);
  }

  async #readAll(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const bytes of response.body ?? []) {
        text += decoder.decode(bytes, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        this.#frames.push(...blocks.map(frameOf));
        this.#wake();
      }
    } catch {
      // Closed by the test, or cut by the server: the end either way.
    }
    this.#ended = true;
    this.#wake();
  }
}

function frameOf(block: string): ReadFrame {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return {
    event: field('event') ?? '',
    id: field('id'),
    data: JSON.parse(field('data') ?? 'null'),
  };
}
