/** Every tool and the action behind it. */
import { converse } from '../../actions/conversations/converse.ts';
import { awaitVerdict } from '../../actions/documents/await-verdict.ts';
import { dryRunDocument } from '../../actions/documents/dry-run-document.ts';
import { findDocuments } from '../../actions/documents/find-documents.ts';
import { readAnything } from '../../actions/documents/read-anything.ts';
import { submitDocument } from '../../actions/documents/submit-document.ts';
import { clarify } from '../../actions/questions/clarify.ts';
import { giveReview } from '../../actions/reviews/give-review.ts';
import { continueWork } from '../../actions/workflow/continue-work.ts';
import { ADDS, READS, type Tool, tool } from './tool.ts';

export const tools: readonly Tool[] = [
  tool(continueWork, {
    name: 'continue',
    title: 'Get the next assignment',
    description:
      'What to do now: the step with its guide, template, documents to read and reasons to answer; or why there is nothing. Use this first, and after every approval.',
    annotations: ADDS,
    scopes: ['continue', 'review'],
    alwaysLoad: true,
  }),
  tool(submitDocument, {
    name: 'submit',
    title: 'Submit a document',
    description:
      'Hand in a document, or with document_id its next revision, for review. Use this when the work of your assignment is done. Returns at once; then call await_verdict.',
    annotations: ADDS,
    scopes: ['submit', 'plan', 'converse'],
    alwaysLoad: true,
  }),
  tool(dryRunDocument, {
    name: 'dry_run',
    title: 'Check a submission',
    description:
      'What submit would answer, with every fault at once and nothing stored. Takes what submit takes.',
    annotations: READS,
    scopes: ['dry_run'],
    describesParameters: false,
  }),
  tool(clarify, {
    name: 'clarify',
    title: 'Ask a person',
    description:
      'Register questions instead of guessing. Use this when something decisive is unclear. A blocking one holds your step: wait with await_verdict. With blocking false and an assumption you go on. Can withdraw questions too.',
    annotations: ADDS,
    scopes: ['clarify', 'answer'],
  }),
  tool(converse, {
    name: 'converse',
    title: 'Write a turn',
    description:
      'Add a turn to a conversation; submit with type CH opens one. What others wrote since based_on_turn comes back.',
    annotations: ADDS,
    scopes: ['converse'],
  }),
  tool(awaitVerdict, {
    name: 'await_verdict',
    title: 'Wait for a verdict',
    description:
      'Wait, bounded, until something happens to your document, question or run. Use this after submit or a blocking clarify. Answers at once if it is decided already. changed false is no failure: call again with the new cursor.',
    annotations: READS,
    scopes: ['read'],
    alwaysLoad: true,
  }),
  tool(readAnything, {
    name: 'read',
    title: 'Read one thing',
    description:
      'A document, group, question or type by its id. part: body (default; of a group: summary), outline, section, summary, timeline or diff. Long texts come in parts: follow more.offset.',
    annotations: READS,
    scopes: ['read'],
  }),
  tool(findDocuments, {
    name: 'find',
    title: 'Find documents',
    description: 'Search and list the documents in your reach by words, type, state or group.',
    annotations: READS,
    scopes: ['read'],
  }),
  tool(giveReview, {
    name: 'review',
    title: 'Give your verdict',
    description:
      "Judge another agent's document as you read it. A negative verdict needs findings: one for each thing to mend, with its place.",
    annotations: ADDS,
    scopes: ['review'],
    alwaysLoad: true,
  }),
];
