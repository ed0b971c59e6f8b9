import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFrame } from './frame-writer.ts';

/** A client that takes what it is given, or nothing. */
class Socket extends EventEmitter {
  readonly written: string[] = [];
  destroyed = false;
  writableEnded = false;
  readonly #reads: boolean;

  constructor(reads: boolean) {
    super();
    this.#reads = reads;
  }

  write(text: string): boolean {
    this.written.push(text);
    return this.#reads;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

const as = (socket: Socket) => socket as unknown as ServerResponse;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a frame has its id, its name and one line of data', async () => {
  const socket = new Socket(true);
  await writeFrame(as(socket), { event: 'ping', id: 'abc', data: { text: 'a\nb' } });
  expect(socket.written).toEqual(['id: abc\nevent: ping\ndata: {"text":"a\\nb"}\n\n']);
});

test('a reader that takes nothing for half a minute is cut off', async () => {
  const socket = new Socket(false);
  const written = writeFrame(as(socket), { event: 'ping', data: {} });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(socket.destroyed).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  await written;
  expect(socket.destroyed).toBe(true);
});

test('a reader that catches up stays', async () => {
  const socket = new Socket(false);
  const written = writeFrame(as(socket), { event: 'ping', data: {} });
  socket.emit('drain');
  await written;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(socket.destroyed).toBe(false);
  expect(socket.listenerCount('close')).toBe(0);
});

test('nothing is written after the end', async () => {
  const socket = new Socket(true);
  socket.destroy();
  await writeFrame(as(socket), { event: 'ping', data: {} });
  expect(socket.written).toEqual([]);
});
