/** `flowgate stdio`: see stdio.ts. Refuses to start without a token. */
import type { Command } from 'commander';
import { BadSettings, loadPassThroughSettings } from '../config.ts';

export function addStdio(program: Command): void {
  program
    .command('stdio')
    .description(
      'serve MCP on stdin and stdout, passed through to FLOWGATE_URL with FLOWGATE_TOKEN',
    )
    .action(async () => {
      try {
        // The protocol's libraries are half of what a start costs; no other verb needs them.
        const { passThrough } = await import('./stdio.ts');
        await passThrough(loadPassThroughSettings());
      } catch (error) {
        // A refused token's own text tells how to get one; stdout belongs to the protocol.
        const sentence = error instanceof Error ? error.message : 'unknown failure';
        const what = error instanceof BadSettings ? '' : "The server can't be used: ";
        process.stderr.write(`flowgate stdio: ${what}${sentence}\n`);
        process.exitCode = 1;
      }
    });
}
