/** Every tool and the action behind it. */
import { awaitVerdict } from '../../actions/documents/await-verdict.ts';
import { dryRunDocument } from '../../actions/documents/dry-run-document.ts';
import { submitDocument } from '../../actions/documents/submit-document.ts';
import { ADDS, READS, type Tool, tool } from './tool.ts';

export const tools: readonly Tool[] = [
  tool(submitDocument, {
    name: 'submit',
    title: 'Submit a document',
    description:
      'Hand in a document, or with document_id its next revision, for review. Use this when the work of your assignment is done. Returns at once; then call await_verdict.',
    annotations: ADDS,
    scopes: ['submit', 'plan'],
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
  tool(awaitVerdict, {
    name: 'await_verdict',
    title: 'Wait for a verdict',
    description:
      'Wait, bounded, until something happens to your document, question or run. Use this after submit or a blocking clarify. Answers at once if it is decided already. changed false is no failure: call again with the new cursor.',
    annotations: READS,
    scopes: ['read'],
    alwaysLoad: true,
  }),
];
