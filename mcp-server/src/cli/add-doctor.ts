/** `flowgate doctor`: what keeps FlowGate from working here, and what to do about it. */
import type { Command } from 'commander';
import { BadSettings, type Config, loadConfig } from '../config.ts';
import {
  checkDatabase,
  checkDataFolder,
  checkInside,
  checkNode,
  checkServer,
  checkWeb,
  type Finding,
  statusOfDatabase,
} from './doctor-checks.ts';
import { print } from './print.ts';
import { type JsonOption, run, withJson } from './run-verb.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = {
  good: 'ok  ',
  note: 'note',
  bad: 'BAD ',
};

export function addDoctor(program: Command): void {
  withJson(program.command('doctor'))
    .description(
      'what keeps FlowGate from working here; changes nothing, ends with 1 when something is bad',
    )
    .action(run(doctor));
}

async function doctor({ json }: JsonOption): Promise<void> {
  const findings: Finding[] = [
    { check: 'node', ...checkNode(process.versions.node) },
    { check: 'web', ...(await checkWeb()) },
  ];
  const config = settings(findings);
  if (config !== null) await lookAround(config, findings);
  const healthy = findings.every(({ state }) => state !== 'bad');
  print(json === true, { healthy, findings }, [
    ...findings.map(
      ({ check, state, finding }) => `${MARKS[state]}  ${check.padEnd(9)}  ${finding}`,
    ),
    healthy ? 'Nothing is in the way.' : 'Mend what is BAD, then run this again.',
  ]);
  if (!healthy) process.exitCode = 1;
}

/** Null: they are bad, and without them there is nothing more to look at. */
function settings(findings: Finding[]): Config | null {
  try {
    const config = loadConfig();
    findings.push({ check: 'settings', state: 'good', finding: 'The settings can be used.' });
    return config;
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    const faults = error.message.split('\n');
    findings.push(
      ...faults.map((finding): Finding => ({ check: 'settings', state: 'bad', finding })),
    );
    return null;
  }
}

async function lookAround(config: Config, findings: Finding[]): Promise<void> {
  const status = await statusOfDatabase(config);
  findings.push(
    { check: 'data', ...(await checkDataFolder(config)) },
    { check: 'database', ...(await checkDatabase(status)) },
  );
  if (!(status instanceof Error) && status.state === 'ready') {
    const { keys, admin } = await checkInside(config);
    findings.push({ check: 'keys', ...keys }, { check: 'admin', ...admin });
  }
  findings.push({ check: 'server', ...(await checkServer(config)) });
}
