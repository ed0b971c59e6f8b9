import type { SubmitFunction } from '$app/forms';

interface Wishes {
  /** After the server took it, before the page reads its data again or goes on. */
  onsent?: (data: Record<string, unknown> | undefined) => void;
  /** Empty the fields after a success; default true. */
  reset?: boolean;
}

/** One enhanced form: whether it is under way, so that a second press does nothing. */
export class FormState {
  busy = $state(false);
  readonly #wishes: Wishes;

  constructor(wishes: Wishes = {}) {
    this.#wishes = wishes;
  }

  /** For `use:enhance`. What was typed stays when the server refuses. */
  readonly submit: SubmitFunction = ({ cancel }) => {
    if (this.busy) {
      cancel();
      return undefined;
    }
    this.busy = true;
    return async ({ result, update }) => {
      if (result.type === 'success') this.#wishes.onsent?.(result.data);
      if (result.type === 'redirect') this.#wishes.onsent?.(undefined);
      await update({ reset: result.type === 'success' && (this.#wishes.reset ?? true) });
      this.busy = false;
    };
  };
}
