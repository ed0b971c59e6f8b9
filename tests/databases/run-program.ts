import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pathOf = (name: string) => join(import.meta.dirname, 'programs', `${name}.ts`);

/** Runs one of `programs/` in a process of its own, and gives back what it printed. */
export async function runProgram(name: string, ...values: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [pathOf(name), ...values]);
  return stdout.trim();
}

/** Runs one of `programs/`, kills it without warning when it has printed so many lines, and gives back the last. */
export async function killProgramAfter(
  lines: number,
  name: string,
  ...values: string[]
): Promise<string> {
  const child = spawn(process.execPath, [pathOf(name), ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let last = '';
  let printed = 0;
  for await (const line of createInterface(child.stdout)) {
    last = line;
    printed += 1;
    if (printed === lines) child.kill('SIGKILL');
  }
  await ended;
  return last;
}
