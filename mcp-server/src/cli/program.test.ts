import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { buildProgram } from './program.ts';

/** `user create` and the like: what can be run. */
function verbsOf(command: Command, path: readonly string[] = []): Map<string, Command> {
  const here = [...path, command.name()];
  if (command.commands.length === 0) return new Map([[here.slice(1).join(' '), command]]);
  return new Map(command.commands.flatMap((each) => [...verbsOf(each, here)]));
}

test('these are the verbs, and each says what it does', () => {
  const verbs = verbsOf(buildProgram());
  expect([...verbs.keys()]).toEqual([
    'user create',
    'user list',
    'user reset-password',
    'user reset-second-factor',
    'user unlock',
    'project create',
    'project list',
    'token issue',
    'token list',
    'token revoke',
    'audit verify',
    'audit export',
    'migrate status',
    'migrate apply',
    'doctor',
    'stdio',
  ]);
  for (const [name, verb] of verbs) expect(verb.description(), name).not.toBe('');
});

test('every verb answers in JSON where asked, but for the one that speaks a protocol', () => {
  const without = [...verbsOf(buildProgram())]
    .filter(([, verb]) => !verb.options.some(({ long }) => long === '--json'))
    .map(([name]) => name);
  expect(without).toEqual(['stdio']);
});

test('every option says what it is for', () => {
  for (const [name, verb] of verbsOf(buildProgram())) {
    for (const { long, description } of verb.options) {
      expect(description, `${name} ${long}`).not.toBe('');
    }
  }
});
