/** What the inbox says of itself. For agents, so in English; which parts a token is shown follows its scopes. */
import type { Scope } from '../../gate/vocabulary.ts';

export interface InboxHelp {
  readonly action: string;
  readonly needs: readonly Scope[];
  readonly summary: string;
  readonly example: Readonly<Record<string, unknown>>;
}

const PLACE = { project: 'shop', module: 'default', group_name: '0072' } as const;
const CLAIM = {
  statement: 'An order of 50.01 EUR has no shipping line.',
  meets: ['R.1', 'T.1'],
  evidence: [{ kind: 'command', command: 'npm test', exit_code: 0, output: '12 passed' }],
} as const;

/** Each with a request that would be taken, but for its ids. */
export const INBOX_ACTION_HELP: readonly InboxHelp[] = [
  {
    action: 'new',
    needs: ['submit', 'plan'],
    summary:
      'Hand in the document of the open step: `doc_type` is its type, `prev_doc_id` the root or the document before it. A report needs `claims` with evidence.',
    example: {
      action: 'new',
      ...PLACE,
      doc_type: 'TR',
      prev_doc_id: 'shop.default.0072.0002-T',
      title: 'Free shipping, done',
      content: '## Result\n\nDone.\n',
      claims: [CLAIM],
    },
  },
  {
    action: 'edit',
    needs: ['submit', 'plan'],
    summary:
      'Hand in the next revision of a document that was sent back, or replace your own while it waits. `rejection_response` answers the only open reason; several take `responses` with a `reason_id` each.',
    example: {
      action: 'edit',
      project: 'shop',
      doc_id: 'shop.default.0072.0003-TR',
      edit_reason: 'rejected',
      rejection_response: 'The limit is read from one place now.',
      content: '## Result\n\nDone, in limits.ts.\n',
      claims: [CLAIM],
    },
  },
  {
    action: 'review',
    needs: ['review'],
    summary:
      'Judge a document that is not yours: `pass` or `issues`, on the `revision` you read, with what you found. Where a person decides it is advice.',
    example: {
      action: 'review',
      project: 'shop',
      doc_id: 'shop.default.0072.0003-TR',
      revision: 1,
      verdict: 'issues',
      findings: [{ locus: 'Result', note: 'Nothing shows that the limit was tried.' }],
      comment: 'One thing is open.',
    },
  },
];

export const INBOX_NOTES: readonly string[] = [
  'Add "dry_run": true to any action: the same checks and the same errors, and nothing is stored. Only those that find nothing wrong are counted.',
  'Repeating a call with the same body is safe: it answers as the first did, with "replayed": true. An Idempotency-Key header keeps that for the life of the token.',
  'What you hand in waits in review until a person or a policy decides. POST /tools/await_verdict waits for it; POST /tools/continue gives your next assignment with everything to read.',
  'A file path (doc_path) is not taken: send the text as content.',
  'Unclear and decisive? Register a question; one written anywhere else reaches nobody. See /help/question.',
];

export const AUTHENTICATION =
  'Authorization: Bearer fg_… (a token a person issued for you). Never in the address.';
export const ERRORS =
  'application/problem+json: code, detail (the sentence), hint (what to do), errors[{path, code, message, fix}], and beside them ok: false, http_status, error_message, help_url.';

export const QUESTION_HELP = {
  summary:
    'Ask instead of guessing. A blocking question holds the step until a person answers; with blocking false and an assumption you go on.',
  example: {
    questions: [
      {
        text: 'Is the limit gross or net?',
        context: 'The requirement says "above 50 EUR".',
        options: ['Gross', 'Net'],
        blocking: true,
      },
    ],
  },
  notes: [
    'Up to ten questions in one call, each with up to ten options.',
    'Wait with POST /tools/await_verdict and the question_id of the answer.',
    'Questions can also go with a document: `questions` of the inbox ({title, body, options}).',
    'Take a question back with {"withdraw": ["<question id>"]}.',
  ],
} as const;
