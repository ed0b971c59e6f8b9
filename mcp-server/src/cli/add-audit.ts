/** `flowgate audit`: whether the log is what was written. */
import { type Command, InvalidArgumentError } from 'commander';
import { perform } from '../actions/action.ts';
import { verifyLog } from '../actions/audit/verify-log.ts';
import { listProjects } from '../actions/projects/list-projects.ts';
import type { LogVerifiedView } from '../contracts/audit.ts';
import { inHouse } from './open-house.ts';
import { print } from './print.ts';
import { callFrom, type JsonOption, run, withJson } from './run-verb.ts';

interface Earlier {
  readonly position: number;
  readonly hash: string;
}

interface VerifyOptions extends JsonOption {
  readonly project?: string;
  readonly earlier?: Earlier;
}

const CALL = callFrom({ kind: 'system' });
/** The log of what belongs to no project. */
const INSTALLATION = 'installation';

const FAULTS: Readonly<Record<NonNullable<LogVerifiedView['fault']>['code'], string>> = {
  missing: 'the entry is gone',
  altered: 'the entry is not what was written',
  inserted: 'the entry does not follow the one before',
  cut: 'the newest entries are gone from here on',
  replaced: 'the entry is not the one an earlier verification saw',
};

export function addAudit(program: Command): void {
  const audit = program.command('audit').description('the log of everything that happened');
  withJson(audit.command('verify'))
    .description('walk the hash chain of one log, or of all; ends with 1 when one is not intact')
    .option('--project <slug>', `only this log; "${INSTALLATION}" is the one of no project`)
    .option(
      '--earlier <position:hash>',
      'what an earlier verification printed: the log must still hold it; with --project',
      earlierOf,
    )
    .action(run(verify));
}

async function verify({ json, project, earlier }: VerifyOptions): Promise<void> {
  if (earlier !== undefined && project === undefined) {
    throw new Error('--earlier is a place in one log: name it with --project.');
  }
  const logs = await inHouse(async (dependencies) => {
    const names = project === undefined ? [INSTALLATION] : [project];
    if (project === undefined) {
      const { projects } = await perform(listProjects, dependencies, CALL, {});
      names.push(...projects.map(({ slug }) => slug));
    }
    const verified: LogVerifiedView[] = [];
    for (const name of names) {
      verified.push(await perform(verifyLog, dependencies, CALL, { project: name, earlier }));
    }
    return verified;
  });
  const intact = logs.every((log) => log.intact);
  print(json === true, { intact, logs }, logs.map(lineOf));
  if (!intact) process.exitCode = 1;
}

function lineOf({ project, position, head_hash: hash, fault }: LogVerifiedView): string {
  return fault === null
    ? `${project}: intact, ${position}:${hash}`
    : `${project}: NOT intact at ${fault.position}: ${FAULTS[fault.code]}`;
}

function earlierOf(text: string): Earlier {
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === undefined) throw new InvalidArgumentError('It must be position:hash.');
  return { position: Number(position), hash };
}
