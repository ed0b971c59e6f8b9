/** `flowgate <verb>`: runs the command line. */
import { buildProgram } from './program.ts';

await buildProgram().parseAsync();
