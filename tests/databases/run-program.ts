import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs one of `programs/` in a process of its own, and gives back what it printed. */
export async function runProgram(name: string, ...values: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [
    join(import.meta.dirname, 'programs', `${name}.ts`),
    ...values,
  ]);
  return stdout.trim();
}
