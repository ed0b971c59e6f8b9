/** Writes frames as fast as the reader takes them, and cuts off a reader that takes none. Writers of events never wait for it. */
import type { ServerResponse } from 'node:http';

/** Longer than any pause of a working network; the client reconnects with its last id and misses nothing. */
const STALLED_MILLISECONDS_MAX = 30_000;

export interface Frame {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** Resolves when there is room for more; at once after the stream has closed. */
export async function writeFrame(response: ServerResponse, frame: Frame): Promise<void> {
  if (response.destroyed || response.writableEnded) return;
  const id = frame.id === undefined ? '' : `id: ${frame.id}\n`;
  const text = `${id}event: ${frame.event}\ndata: ${JSON.stringify(frame.data)}\n\n`;
  if (!response.write(text)) await drained(response);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(() => response.destroy(), STALLED_MILLISECONDS_MAX);
    stalled.unref();
    const done = () => {
      clearTimeout(stalled);
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
