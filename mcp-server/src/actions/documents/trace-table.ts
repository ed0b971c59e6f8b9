/** The trace table as the final approval holds it: in the project's language, holes in bold. */
import type { z } from 'zod';
import type { TraceRowView } from '../../contracts/trace.ts';
import type { Sentences } from '../../dependencies.ts';
import { cell, table } from './markdown-table.ts';

type Row = z.input<typeof TraceRowView>;

/** A long criterion is cut: it stands whole in its own document. */
const CRITERION_CHARACTERS_MAX = 200;

export function traceTable(say: Sentences, groupId: string, rows: readonly Row[]): string {
  if (rows.length === 0) return say.closing('none');
  const columns = ['criterion', 'tasks', 'claims', 'evidence', 'state'] as const;
  const short = (id: string) => `\`${id.slice(groupId.length + 1)}\``;
  return table(
    columns.map((column) => say.closing(`column_${column}`)),
    rows.map(({ id, text, tasks, claims, hole }) => [
      `\`${id}\` ${text === null ? `**${say.headline('criteria_none')}**` : cell(cut(text))}`,
      tasks.map(short).join(' '),
      hole === 'no_claim' ? `**${say.closing('unmet')}**` : claimsCell(say, claims, short),
      [...new Set(claims.flatMap((claim) => claim.evidence.map(({ kind }) => kind)))]
        .map((kind) => say.evidenceKinds[kind])
        .join(', '),
      [...new Set(claims.map(({ state }) => say.states[state]))].join(', '),
    ]),
  );
}

function claimsCell(say: Sentences, claims: Row['claims'], short: (id: string) => string): string {
  return claims
    .map(({ document_id, number, standing }) => {
      const word = say.standings[standing];
      const mark = standing === 'contradicted' || standing === 'outdated' ? `**${word}**` : word;
      return `${short(document_id)} ${number}: ${mark}`;
    })
    .join('; ');
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > CRITERION_CHARACTERS_MAX
    ? `${characters.slice(0, CRITERION_CHARACTERS_MAX).join('')}…`
    : text;
}
