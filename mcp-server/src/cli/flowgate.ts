/** `flowgate <verb>`: the command line. Each verb has a file of its own; this one only knows their names. */
import { Command } from 'commander';
import { addStdio } from './add-stdio.ts';

const program = new Command('flowgate')
  .description('The gate between "an AI agent says it is done" and "it is done".')
  .showHelpAfterError();

addStdio(program);

await program.parseAsync();
