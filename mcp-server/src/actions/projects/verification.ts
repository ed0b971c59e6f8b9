/** What the server may look at in a project, and which checks it runs: read by members, set by whoever sets gates. */
import type { z } from 'zod';
import {
  ReadVerificationInput,
  SetVerificationInput,
  VerificationView,
} from '../../contracts/verification.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { CHECK_NAMES, type CheckName } from '../../gate/vocabulary.ts';
import { type Fault, problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import { findProject, type ProjectRow, setVerification } from '../../store/projects/projects.ts';
import { UnreadableClone } from '../../witness/git.ts';
import { openClone } from '../../witness/open-clone.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { observedIn } from '../evidence/observed-in.ts';
import { projectChecks } from '../evidence/read-subject.ts';
import { requireUnarchived } from './require-unarchived.ts';

export const readVerification = action({
  name: 'read_verification',
  input: ReadVerificationInput,
  output: VerificationView,
  permission: 'project.read',
  place: ({ project }) => ({ projectId: project }),
  run: async (dependencies, call, { project }) => {
    const row = await findProject(dependencies.database.reader, project);
    if (row === null) throw problems.notFound();
    return view(dependencies, call, row);
  },
});

export const setVerificationOf = action({
  name: 'set_verification',
  input: SetVerificationInput,
  output: VerificationView,
  permission: 'gate.set',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, { project, repository, checks }) {
    const { database, clock, announcer } = dependencies;
    const row = await findProject(database.reader, project);
    if (row === null) throw problems.notFound();
    requireUnarchived(row);
    const change = {
      repository: repository === undefined ? row.repository : repository,
      checks: checks === undefined ? row.checks : JSON.stringify(checks),
    };
    await requireSound(dependencies, row, change.repository, checks);
    await database.inTransaction(async (transaction) => {
      await setVerification(transaction, project, change);
      await appendEvents(transaction, {
        projectId: project,
        groupId: null,
        actor: actorOf(call.caller),
        at: clock.now(),
        events: [{ kind: 'project.changed', details: { changed: 'repository checks' } }],
      });
    });
    announcer.announce(project);
    return view(dependencies, call, { ...row, ...change });
  },
});

/** A clone that can be read, and checks that something observes once it is linked. What is on already may stay on. */
async function requireSound(
  dependencies: Dependencies,
  row: ProjectRow,
  repository: string | null,
  checks: readonly CheckName[] | undefined,
): Promise<void> {
  const faults: Fault[] = [];
  if (repository !== null && repository !== row.repository) {
    if (!(await isReadable(dependencies, repository))) {
      faults.push({ path: 'repository', code: 'repository_unknown', params: {} });
    }
  }
  const observed = await observedIn(dependencies, { id: row.id, repository });
  const known: readonly string[] = [...observed, ...projectChecks(row.checks)];
  for (const [index, name] of (checks ?? []).entries()) {
    if (known.includes(name)) continue;
    const params = { allowed: observed.join(', ') };
    faults.push({ path: `checks[${index}]`, code: 'not_one_of', params });
  }
  if (faults.length > 0) throw problems.inputInvalid(faults);
}

async function isReadable({ config }: Dependencies, repository: string): Promise<boolean> {
  try {
    await openClone(config.repositoriesDir, repository);
    return true;
  } catch (error) {
    if (error instanceof UnreadableClone) return false;
    throw error;
  }
}

async function view(
  dependencies: Dependencies,
  { say }: Call,
  row: ProjectRow,
): Promise<z.input<typeof VerificationView>> {
  const observed = await observedIn(dependencies, row);
  const own = projectChecks(row.checks);
  return {
    repository: row.repository,
    checks: CHECK_NAMES.map((name) => ({
      name,
      label: say.checks[name],
      on: own.includes(name),
      observed: observed.includes(name),
    })),
  };
}
