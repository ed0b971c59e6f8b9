/** The only way in, for every door: parse → admit → run → parse → log. */
import type { z } from 'zod';
import type { Call, Dependencies } from '../dependencies.ts';
import { callerKey } from '../identity/caller.ts';
import {
  authorise,
  isForAgentsAlone,
  type Permission,
  type Place,
} from '../identity/permissions.ts';
import { type Fault, Problem, problems } from '../problems.ts';
import { faultsOf } from './faults-of.ts';
import { refuseSecrets } from './secrets/refuse-secrets.ts';

export interface Action<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `submit_document`: in logs and call records. */
  readonly name: string;
  readonly input: I;
  readonly output: O;
  readonly permission: Permission;
  /** Where the thing asked about stands; null: there is no such thing, or none the caller may know of. */
  readonly place: (
    input: z.output<I>,
    call: Call,
    dependencies: Dependencies,
  ) => Place | null | Promise<Place | null>;
  readonly run: (dependencies: Dependencies, call: Call, input: z.output<I>) => Promise<z.input<O>>;
  /** It looks for secrets itself, because it can say more than that some were found; else agents' texts are refused here. */
  readonly looksForSecrets?: boolean;
  /**
   * Input that doesn't parse, where the action can say more than the parser (every fault at once).
   * Returns an answer, or throws the fuller Problem. Runs before admission: it may only use what the caller sent.
   */
  readonly onInvalid?: (
    dependencies: Dependencies,
    call: Call,
    raw: unknown,
    faults: readonly Fault[],
  ) => Promise<z.input<O>>;
}

/** Keeps an action's types while declaring it. */
export function action<I extends z.ZodType, O extends z.ZodType>(
  declared: Action<I, O>,
): Action<I, O> {
  return declared;
}

/**
 * Performs an action for a caller. Throws a Problem (expected: the door says it) or anything else (a Defect:
 * the door gives a reference, the log the cause).
 */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  performed: Action<I, O>,
  dependencies: Dependencies,
  call: Call,
  raw: unknown,
): Promise<z.output<O>> {
  const startedAt = performance.now();
  try {
    const answer = performed.output.parse(await answerTo(performed, dependencies, call, raw));
    note(performed.name, dependencies, call, startedAt, 'ok');
    return answer;
  } catch (error) {
    note(
      performed.name,
      dependencies,
      call,
      startedAt,
      error instanceof Problem ? error.code : 'defect',
    );
    throw error;
  }
}

async function answerTo<I extends z.ZodType, O extends z.ZodType>(
  performed: Action<I, O>,
  dependencies: Dependencies,
  call: Call,
  raw: unknown,
): Promise<z.input<O>> {
  // Without the input in its issues zod says the same of a member that is missing and of one of the wrong kind.
  const parsed = performed.input.safeParse(raw, { reportInput: true });
  if (!parsed.success) {
    const faults = faultsOf(parsed.error, performed.input);
    // Who may not know the place must not learn from faults either: strangers hear that they are strangers.
    if (call.caller.kind === 'stranger' && performed.permission !== 'public') {
      throw problems.notSignedIn();
    }
    if (performed.onInvalid) return performed.onInvalid(dependencies, call, raw, faults);
    throw problems.inputInvalid(faults);
  }
  if (call.caller.kind === 'person' && isForAgentsAlone(performed.permission)) {
    throw problems.notPermitted();
  }
  const place = await performed.place(parsed.data, call, dependencies);
  if (place === null) {
    throw call.caller.kind === 'stranger' ? problems.notSignedIn() : problems.notFound();
  }
  authorise(call.caller, performed.permission, place);
  if (call.caller.kind === 'agent' && !performed.looksForSecrets && writes(performed.permission)) {
    await refuseSecrets(dependencies, call, call.caller.token.projectId, parsed.data);
  }
  return performed.run(dependencies, call, parsed.data);
}

/** What an agent says under these is asked or searched for, and kept nowhere. */
const READS: readonly Permission[] = ['project.read', 'work.continue', 'verdict.await'];

function writes(permission: Permission): boolean {
  return !READS.includes(permission);
}

function note(
  name: string,
  dependencies: Dependencies,
  call: Call,
  startedAt: number,
  outcome: string,
): void {
  dependencies.log.info(
    {
      action: name,
      caller: callerKey(call.caller),
      request_id: call.requestId,
      outcome,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
    },
    'action',
  );
}
