/** A clock that stands still until a test moves it, and the timers that are due by then, run by hand. */
import { runDueTimers } from '../../mcp-server/src/actions/timers/run-due-timers.ts';
import type { Gate } from './gate.ts';

const START = new Date('2026-11-23T20:00:00.000Z');

export class MovingClock {
  #time = START.getTime();

  now = (): Date => new Date(this.#time);

  /** To the next time the clock of UTC shows this hour. */
  until(hour: number): void {
    const HOUR = 3600 * 1000;
    const midnight = Math.floor(this.#time / (24 * HOUR)) * 24 * HOUR;
    const today = midnight + hour * HOUR;
    this.#time = today >= this.#time ? today : today + 24 * HOUR;
  }

  pass(hours: number): void {
    this.#time += hours * 3600 * 1000;
  }
}

/** Lets so many hours go by, and does what falls due in them, in order, as a process looking every ten minutes would. */
export async function passing(gate: Gate, clock: MovingClock, hours: number): Promise<void> {
  const LOOKS_AN_HOUR = 6;
  for (let look = 0; look < hours * LOOKS_AN_HOUR; look += 1) {
    clock.pass(1 / LOOKS_AN_HOUR);
    await runDueTimers(gate.dependencies);
  }
}
