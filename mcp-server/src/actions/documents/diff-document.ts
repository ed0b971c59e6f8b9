/** What changed between two revisions, as a unified diff of their bodies. */
import { createTwoFilesPatch } from 'diff';
import { DiffDocumentInput, DiffDocumentView } from '../../contracts/diff.ts';
import { problems } from '../../problems.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { action } from '../action.ts';
import { placeOfDocument } from '../places.ts';
import { readContent } from './canonical-content.ts';

/** Beyond this the two have next to nothing in common, and the whole of each is the shorter story. */
const DIFF_MILLISECONDS_MAX = 1_000;

export const diffDocument = action({
  name: 'diff_document',
  input: DiffDocumentInput,
  output: DiffDocumentView,
  permission: 'project.read',
  place: ({ document_id }) => placeOfDocument(document_id),
  run: async ({ database: { reader } }, _call, { document_id, from, to }) => {
    const [older, newer] = await Promise.all([
      findRevision(reader, document_id, from),
      findRevision(reader, document_id, to),
    ]);
    if (older === null || newer === null) throw problems.notFound();
    const before = readContent(older.content, `${document_id}@${from}`).body;
    const after = readContent(newer.content, `${document_id}@${to}`).body;
    return { document_id, from, to, ...diffOf(document_id, before, after, { from, to }) };
  },
});

export function diffOf(
  id: string,
  before: string,
  after: string,
  { from, to }: { readonly from: number; readonly to: number },
): { patch: string; lines_added: number; lines_removed: number } {
  const patch =
    createTwoFilesPatch(`${id}@${from}`, `${id}@${to}`, before, after, undefined, undefined, {
      context: 3,
      timeout: DIFF_MILLISECONDS_MAX,
    }) ?? wholePatch(before, after);
  const lines = patch.split('\n').slice(3);
  return {
    patch,
    lines_added: lines.filter((line) => line.startsWith('+')).length,
    lines_removed: lines.filter((line) => line.startsWith('-')).length,
  };
}

function wholePatch(before: string, after: string): string {
  const marked = (text: string, mark: string) => text.split('\n').map((line) => `${mark}${line}`);
  return ['', '', '', ...marked(before, '-'), ...marked(after, '+')].join('\n');
}
