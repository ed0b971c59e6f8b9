/**
 * The inbox of workers that speak no MCP, in the wire form of the system this one follows. It decides nothing: a call is
 * translated, performed as `submit` or `dry_run`, and its answer translated back.
 */
import { type InboxInput, InboxView, InboxInput as Input } from '../../contracts/inbox.ts';
import { DRY_RUNS_MAX } from '../../contracts/index.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { Scope } from '../../gate/vocabulary.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { Problem, problems } from '../../problems.ts';
import { findEditedDocument } from '../../store/documents/find-edited-document.ts';
import { action, perform } from '../action.ts';
import { submitDocument } from '../documents/submit-document.ts';
import { groupOfDocument, placeOfDocument, placeOfGroup } from '../places.ts';
import { continueWork } from '../workflow/continue-work.ts';
import { handInReview } from './hand-in-review.ts';
import { inboxPath } from './inbox-names.ts';
import { inboxGroupId, requireForm, submissionOf } from './submission-of.ts';
import { trySubmission } from './try-submission.ts';

/** In their order, as the dry run of the older system names them. */
const CHECKS = ['shape', 'token', 'binding', 'permission', 'references', 'content', 'gate'];

export const receiveInbox = action({
  name: 'receive_inbox',
  input: Input,
  output: InboxView,
  permission: 'inbox.use',
  place: (input) => {
    if (input.doc_id !== undefined) return placeOfDocument(input.doc_id);
    return placeOfGroup(inboxGroupId(input));
  },
  async run(dependencies, call, input): Promise<InboxView> {
    const { caller } = call;
    if (caller.kind !== 'agent') throw problems.notPermitted();
    requireScope(caller, input);
    requireForm(input);
    if (input.doc_id !== undefined && !input.doc_id.startsWith(`${input.project}.`)) {
      throw problems.notFound();
    }
    return inItsOwnWords(async () => {
      if (input.action === 'review') return handInReview(dependencies, call, input);
      const edited = input.doc_id
        ? await findEditedDocument(dependencies.database.reader, input.doc_id)
        : null;
      const submission = submissionOf(input, edited);
      return input.dry_run
        ? tryOut(dependencies, call, caller, input, submission)
        : handIn(dependencies, call, caller, submission);
    });
  },
});

/** One address for several scopes: the action that was meant asks for its own. */
function requireScope({ token }: AgentCaller, { action: meant, dry_run }: InboxInput): void {
  const handsIn: readonly Scope[] = dry_run ? ['dry_run'] : ['submit', 'plan'];
  const needed: readonly Scope[] = meant === 'review' ? ['review'] : handsIn;
  if (needed.some((scope) => token.scopes.includes(scope))) return;
  throw problems.refused({ code: 'scope_missing', params: { scope: String(needed[0]) } });
}

async function handIn(
  dependencies: Dependencies,
  call: Call,
  caller: AgentCaller,
  submission: unknown,
): Promise<InboxView> {
  const told = await perform(submitDocument, dependencies, call, submission);
  return {
    ok: true,
    doc_id: told.document_id,
    stored_path: null,
    message: told.next,
    revision_no: told.revision,
    state: told.state,
    review_url: told.review_url,
    question_ids: told.question_ids,
    replayed: told.replayed,
    cursor: told.cursor,
    ...(await continuation(dependencies, call, caller)),
  };
}

async function tryOut(
  dependencies: Dependencies,
  call: Call,
  { token }: AgentCaller,
  input: InboxInput,
  submission: unknown,
): Promise<InboxView> {
  const { would, dry_runs_left } = await perform(trySubmission, dependencies, call, submission);
  const remaining = dry_runs_left ?? 0;
  return {
    ok: true,
    doc_id: would.document_id,
    message: call.say.next('dry_run_valid'),
    dry_run: true,
    would_register: {
      action: input.action,
      doc_id: would.document_id,
      group_name: input.doc_id === undefined ? inboxGroupId(input) : groupOfDocument(input.doc_id),
      doc_type: would.type,
      checks_passed: CHECKS,
    },
    dry_run_count: DRY_RUNS_MAX[token.kind] - remaining,
    dry_run_remaining: remaining,
  };
}

/** What the run does next, told in the same answer. A stored document is never turned into an error by it. */
async function continuation(
  dependencies: Dependencies,
  call: Call,
  { token }: AgentCaller,
): Promise<Partial<InboxView>> {
  const continues = token.kind === 'continuation' && token.scopes.includes('continue');
  if (!continues) return {};
  try {
    const { run, remaining } = await perform(continueWork, dependencies, call, {});
    return {
      continuation_done: run?.reason === 'target_reached',
      continuation_paused: run !== null && run.state !== 'working',
      continuation_reason: run?.reason ?? null,
      continuation_remaining: remaining,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { continuation_paused: true, continuation_reason: error.code };
  }
}

/** Faults name the members of this wire form, not those of the submission behind it. */
async function inItsOwnWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.faults.length === 0) throw error;
    throw problems.inputInvalid(
      error.faults.map((fault) => ({ ...fault, path: inboxPath(fault.path) })),
    );
  }
}
