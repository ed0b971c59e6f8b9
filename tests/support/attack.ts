/** What an attack must leave as it was, and what no answer may tell. */
import { expect } from 'vitest';
import type { Gate } from './gate.ts';
import { contentOf } from './tables.ts';

/** What a house tells of itself when it breaks. */
export const STACK =
  / at .*\.(ts|js|mjs):\d|node_modules|<html|PrismaClient|SELECT |sqlite|ECONN|ENOENT/i;

/** Every row but the counters of attempts: those are what an attack may change. */
async function content(gate: Gate) {
  const all = await contentOf(gate.dependencies.database.reader);
  const { AttemptCounter: _counted, ...rest } = all;
  return rest;
}

/** Refused, noted in the log, nothing changed. */
export async function unchangedBy(gate: Gate, attack: () => Promise<unknown>): Promise<void> {
  const before = await content(gate);
  const logged = gate.log.length;
  await attack();
  expect(await content(gate)).toEqual(before);
  expect(gate.log.slice(logged).join('')).toMatch(/"(code|outcome)":"(?!ok)/);
}
