/** The two vocabularies side by side: what the inbox calls a member, and what our own submission calls it. */

/** Ours → the inbox's. What has the same name in both is not listed. */
const INBOX_NAMES: Readonly<Record<string, string>> = {
  type: 'doc_type',
  document_id: 'doc_id',
  predecessor_id: 'prev_doc_id',
  body: 'content',
  cites: 'related_doc_ids',
  group: 'group_name',
};

/** `body` → `content`, `questions[0].text` → `questions[0].body`: where a worker finds its own member. */
export function inboxPath(path: string): string {
  const [, member = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(path) ?? [];
  const named = INBOX_NAMES[member] ?? member;
  return member === 'questions' ? `${named}${rest.replace(/\.text$/, '.body')}` : `${named}${rest}`;
}
