/** An action of any input and output: tables of doors hold many, and hand each only what it parses itself. */
import type { z } from 'zod';
import type { Action } from '../actions/action.ts';

// biome-ignore lint/suspicious/noExplicitAny: run() takes the action's own input, so no common supertype exists.
export type AnyAction = Action<any, any>;

/** The members of an action's input, by name. */
export function membersOf(action: AnyAction): Readonly<Record<string, z.ZodType>> {
  return (action.input as { shape?: Record<string, z.ZodType> }).shape ?? {};
}
