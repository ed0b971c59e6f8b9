/** Every verb of the command line. Each has a file of its own; this one only knows their names. */
import { Command } from 'commander';
import { addAudit } from './add-audit.ts';
import { addDoctor } from './add-doctor.ts';
import { addMigrate } from './add-migrate.ts';
import { addProject } from './add-project.ts';
import { addStdio } from './add-stdio.ts';
import { addToken } from './add-token.ts';
import { addUser } from './add-user.ts';

export function buildProgram(): Command {
  const program = new Command('flowgate')
    .description('The gate between "an AI agent says it is done" and "it is done".')
    .showHelpAfterError();
  addUser(program);
  addProject(program);
  addToken(program);
  addAudit(program);
  addMigrate(program);
  addDoctor(program);
  addStdio(program);
  return program;
}
