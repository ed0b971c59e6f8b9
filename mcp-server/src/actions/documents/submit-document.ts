/** An agent hands in a document or its next revision. State, token use and events are one transaction, or nothing is. */
import { SubmitDocumentInput, SubmitDocumentView } from '../../contracts/submit.ts';
import type { Call } from '../../dependencies.ts';
import { faultAt, problems } from '../../problems.ts';
import { action } from '../action.ts';
import { groupOfDocument, placeOfBearer, placeOfDocument, placeOfGroup } from '../places.ts';
import { findFaultsBeyond } from './find-faults-beyond.ts';
import { receiveDocument } from './receive-document.ts';

export const submitDocument = action({
  name: 'submit_document',
  input: SubmitDocumentInput,
  output: SubmitDocumentView,
  permission: 'document.submit',
  looksForSecrets: true,
  place: submissionPlace,
  run: (dependencies, call, input) =>
    receiveDocument(dependencies, call, input, submissionGroup(call, input)),
  onInvalid: async (dependencies, call, raw, faults) => {
    throw problems.inputInvalid(await findFaultsBeyond(dependencies, call, raw, faults));
  },
});

/** Where the document belongs: the one named, the group named, else the bearer's own group. */
export function submissionPlace(input: SubmitDocumentInput, call: Call) {
  if (input.document_id !== undefined) return placeOfDocument(input.document_id);
  if (input.group !== undefined) return placeOfGroup(input.group);
  return placeOfBearer(call);
}

/** Throws a fault that names the missing member: a token bound to no group must say where. */
export function submissionGroup(
  { caller }: Call,
  input: { document_id?: string | undefined; group?: string | undefined },
): string {
  const bound = caller.kind === 'agent' ? caller.token.groupId : null;
  const named = input.document_id === undefined ? input.group : groupOfDocument(input.document_id);
  const group = named ?? bound;
  if (group === null) throw faultAt('group', 'missing');
  return group;
}
