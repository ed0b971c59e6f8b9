/** A verdict that asks to be held: the id of its row, and when it is due. */
import type { Dependencies } from '../../dependencies.ts';
import type { Texts } from '../change-group.ts';

export interface Hold {
  readonly command: { readonly holdAs?: string };
  readonly texts: (now: Date) => Texts;
}

export function holdOf({ newId }: Dependencies, seconds: number | undefined): Hold {
  if (seconds === undefined || seconds === 0) return { command: {}, texts: () => ({}) };
  return {
    command: { holdAs: newId() },
    texts: (now) => ({ holdDueAt: new Date(now.getTime() + seconds * 1000) }),
  };
}
