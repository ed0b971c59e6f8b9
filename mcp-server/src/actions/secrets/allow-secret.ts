/** A person says that a text is no secret, and why; from then on agents may send it in this project. And takes that back. */
import { AllowSecretInput, DisallowSecretInput, SecretListView } from '../../contracts/secrets.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { EventKind } from '../../gate/event-kinds.ts';
import { problems } from '../../problems.ts';
import { appendEvents } from '../../store/events/append-events.ts';
import {
  type Allowance,
  findSecretFinding,
  setAllowance,
} from '../../store/secrets/secret-findings.ts';
import { action } from '../action.ts';
import { actorOf } from '../actor-of.ts';
import { listSecrets } from './list-secrets.ts';

export const allowSecret = action({
  name: 'allow_secret',
  input: AllowSecretInput,
  output: SecretListView,
  permission: 'secret.allow',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, { project, finding_id: id, note }) {
    const { id: byId, name } = actorOf(call.caller);
    const allowance = { at: dependencies.clock.now(), by: { id: byId, name }, note };
    await change(dependencies, call, { project, id, allowance, kind: 'secret.allowed' });
    return listSecrets.run(dependencies, call, { project });
  },
});

export const disallowSecret = action({
  name: 'disallow_secret',
  input: DisallowSecretInput,
  output: SecretListView,
  permission: 'secret.allow',
  place: ({ project }) => ({ projectId: project }),
  async run(dependencies, call, { project, finding_id: id }) {
    const kind = 'secret.disallowed';
    await change(dependencies, call, { project, id, allowance: null, kind });
    return listSecrets.run(dependencies, call, { project });
  },
});

interface AllowanceChange {
  readonly project: string;
  readonly id: string;
  readonly allowance: Allowance | null;
  readonly kind: EventKind;
}

/** What is so already stays so, and nothing is written. Throws `not_found` for a finding of another project. */
async function change(
  { database, clock, announcer }: Dependencies,
  call: Call,
  { project, id, allowance, kind }: AllowanceChange,
): Promise<void> {
  const finding = await findSecretFinding(database.reader, id);
  if (finding === null || finding.projectId !== project) throw problems.notFound();
  const changed = await database.inTransaction(async (transaction) => {
    if (!(await setAllowance(transaction, id, allowance))) return false;
    await appendEvents(transaction, {
      projectId: project,
      groupId: null,
      actor: actorOf(call.caller),
      at: clock.now(),
      events: [{ kind, details: { finding: id, looks_like: finding.kind } }],
    });
    return true;
  });
  if (changed) announcer.announce(project);
}
