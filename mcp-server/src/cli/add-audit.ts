/** `flowgate audit`: whether the log is what was written, and all of it as lines. */
import { type Command, InvalidArgumentError } from 'commander';
import { perform } from '../actions/action.ts';
import { exportAudit } from '../actions/audit/export-audit.ts';
import { verifyLog } from '../actions/audit/verify-log.ts';
import { listProjects } from '../actions/projects/list-projects.ts';
import type { LogVerifiedView } from '../contracts/audit.ts';
import type { Dependencies } from '../dependencies.ts';
import { inHouse } from './open-house.ts';
import { print, printLines } from './print.ts';
import { callFrom, type JsonOption, run, withJson } from './run-verb.ts';

interface VerifyOptions extends JsonOption {
  readonly project?: string;
  readonly earlier?: string;
}

interface ExportOptions extends JsonOption {
  readonly project?: string;
  readonly after?: number;
}

const CALL = callFrom({ kind: 'system' });
/** The log of what belongs to no project. */
const INSTALLATION = 'installation';

const FAULTS: Readonly<Record<NonNullable<LogVerifiedView['fault']>['code'], string>> = {
  missing: 'the entry is gone',
  altered: 'the entry is not what was written',
  inserted: 'the entry was not written here: it does not follow the one before, or was slipped in',
  reordered: 'another entry stands in its place',
  cut: 'the newest entries are gone from here on',
  replaced: 'the entry is not the one an earlier verification saw',
  body_altered: 'the text it tells of is not the one that was handed in',
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
  withJson(audit.command('export'))
    .description('write one log, or all, to stdout as JSON Lines')
    .option('--project <slug>', `only this log; "${INSTALLATION}" is the one of no project`)
    .option('--after <position>', 'only entries behind this one; with --project', positionOf)
    .action(run(exportLogs));
}

async function verify({ json, project, earlier }: VerifyOptions): Promise<void> {
  requireProject('--earlier', earlier, project);
  const logs = await inHouse(async (dependencies) => {
    const verified: LogVerifiedView[] = [];
    for (const name of await logsOf(dependencies, project)) {
      verified.push(await perform(verifyLog, dependencies, CALL, { project: name, earlier }));
    }
    return verified;
  });
  const intact = logs.every((log) => log.intact);
  print(json === true, { intact, logs }, logs.map(lineOf));
  if (!intact) process.exitCode = 1;
}

/** With `--json` or without: its lines are JSON either way. */
async function exportLogs({ project, after }: ExportOptions): Promise<void> {
  requireProject('--after', after, project);
  await inHouse(async (dependencies) => {
    for (const name of await logsOf(dependencies, project)) {
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const input = { project: name, after, cursor };
        const page = await perform(exportAudit, dependencies, CALL, input);
        await printLines(page.entries);
        cursor = page.cursor;
      }
    }
  });
}

async function logsOf(dependencies: Dependencies, project?: string): Promise<string[]> {
  if (project !== undefined) return [project];
  const { projects } = await perform(listProjects, dependencies, CALL, {});
  return [INSTALLATION, ...projects.map(({ slug }) => slug)];
}

function requireProject(option: string, given: unknown, project: string | undefined): void {
  if (given !== undefined && project === undefined) {
    throw new Error(`${option} is a place in one log: name it with --project.`);
  }
}

function lineOf({ project, position, head_hash: hash, ...log }: LogVerifiedView): string {
  const { fault, bodies_checked: checked, bodies_redacted: redacted } = log;
  if (fault === null) {
    return `${project}: intact, ${position}:${hash} (${checked} texts compared, ${redacted} redacted)`;
  }
  const where = fault.revision === null ? '' : ` (${fault.revision})`;
  return `${project}: NOT intact at ${fault.position}${where}: ${fault.code}, ${FAULTS[fault.code]}`;
}

function earlierOf(text: string): string {
  if (!/^\d+:[0-9a-f]{64}$/.test(text)) throw new InvalidArgumentError('It must be position:hash.');
  return text;
}

function positionOf(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('It must be a position.');
  return Number(text);
}
