import type { Texts } from '../texts.ts';

export const closing: Texts['closing'] = {
  title: 'Final approval of {group}',
  intro:
    'The server wrote this document from its own records. It lists what was handed in, who decided on it, and what no person has read.',
  documents_heading: 'Documents',
  verdicts_heading: 'Verdicts',
  criteria_heading: 'Acceptance criteria and claims',
  assumptions_heading: 'Assumptions nobody has confirmed',
  questions_heading: 'Questions and answers',
  unread_heading: 'Not read by a person',
  unread_intro: 'A policy approved these documents. Read them before you approve.',
  column_document: 'Document',
  column_type: 'Type',
  column_title: 'Title',
  column_revision: 'Revision',
  column_state: 'State',
  column_verdict: 'Verdict',
  column_by: 'By',
  column_at: 'At (UTC)',
  column_criterion: 'Criterion',
  column_claims: 'Claims',
  column_evidence: 'Evidence',
  column_tasks: 'Tasks',
  column_question: 'Question',
  column_answer: 'Answer',
  not_read_by_person: 'not read by a person',
  own_work: 'own work',
  unmet: 'no claim meets it',
  none: 'None.',
  approve_means:
    'Approving this completes {group}. If something is wrong, reopen the document that is wrong instead.',
};
