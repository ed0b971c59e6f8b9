/** Runs the public conformance suite against an address and tells, per scenario, which of its checks failed. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const packageJson = createRequire(import.meta.url).resolve(
  '@modelcontextprotocol/conformance/package.json',
);
const PROGRAM = join(packageJson, '..', 'dist', 'index.js');

export interface ConformanceRun {
  /** `scenario` → how many checks passed and failed. */
  readonly scenarios: ReadonlyMap<string, { readonly passed: number; readonly failed: number }>;
  /** All it said, for whoever reads a failure. */
  readonly output: string;
}

/** `requirements` is a revision of the protocol; its scenarios are frozen at its release. */
export async function runConformance(url: string, requirements: string): Promise<ConformanceRun> {
  const output = await outputOf(['server', '--url', url, '--requirements', requirements]);
  const lines = output.matchAll(/^[✓✗] ([\w-]+): (\d+) passed, (\d+) failed/gm);
  const scenarios = new Map(
    [...lines].map(([, name = '', passed, failed]) => [
      name,
      { passed: Number(passed), failed: Number(failed) },
    ]),
  );
  return { scenarios, output };
}

function outputOf(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        output += bytes.toString();
      });
    }
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
