import { browser } from '$app/env';

const TICK_MILLISECONDS = 30_000;

/** The present, for relative times: one timer for the whole page, and each request's own on the server. */
class Clock {
  #now = $state(Date.now());

  get now(): number {
    return browser ? this.#now : Date.now();
  }

  /** Lets the present move on until the returned function is called. */
  run(): () => void {
    this.#now = Date.now();
    const timer = setInterval(() => {
      this.#now = Date.now();
    }, TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }
}

export const clock = new Clock();
