/** Writes docs/errors.md from the codes and their sentences: `node docs/write-errors.ts`. A law compares. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statusOf } from '../mcp-server/src/doors/http-status.ts';
import { REFUSAL_CODES } from '../mcp-server/src/gate/refusals.ts';
import { FAULT_CODES, PROBLEM_CODES, Problem } from '../mcp-server/src/problems.ts';
import { textsIn } from '../mcp-server/src/sentences/sentences.ts';

const INTRODUCTION = `# Errors

<!-- Written by docs/write-errors.ts. Change the sentences in mcp-server/src/sentences/, then run it again. -->

Every failure has a code, a sentence and a way out. Codes are stable: programs may rely on them. Sentences are for
reading: they come in English, Korean and Japanese and may be reworded. Words in *italics* are filled in.

- **REST** answers \`application/problem+json\` (RFC 9457) with \`code\`, \`detail\` (the sentence), \`hint\` (the way out)
  and, for faults of the input, \`errors[{path, code, message}]\`.
- **MCP** answers a tool error whose text is \`code: sentence. What to do.\`, every fault at once.
- A failure nobody foresaw is \`defect\`: the caller gets a reference, the log the cause.
`;

/** The page as it must be. */
export function writeErrors(): string {
  const { problems, refusals, faults } = textsIn('en');
  const problemRows = PROBLEM_CODES.map((code) => ({ code, status: statusOf(new Problem(code)) }))
    .sort((a, b) => a.status - b.status)
    .map(({ code, status }) => row(String(status), code, ...said(problems[code])));
  const refusalRows = REFUSAL_CODES.map((code) => row(code, ...said(refusals[code])));
  const faultRows = FAULT_CODES.map((code) => row(code, faults[code].message, faults[code].fix));
  return [
    INTRODUCTION,
    '## Problems\n\nThe request can not be served.\n',
    table(['status', 'code', 'sentence', 'what to do'], problemRows),
    '## Refusals: 409\n\nThe request is fine, but the state of the work says no. The gate decides these, for every door alike.\n',
    table(['code', 'sentence', 'what to do'], refusalRows),
    '## Faults of an input: 422 `input_invalid`\n\nAll of them at once, each with its place.\n',
    table(['code', 'message', 'how to mend it'], faultRows),
  ].join('\n');
}

function said({ sentence, hint }: { readonly sentence: string; readonly hint: string }): string[] {
  return [sentence, hint];
}

function table(head: readonly string[], rows: readonly string[]): string {
  return `${[`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows].join('\n')}\n`;
}

function row(...cells: readonly string[]): string {
  const last = cells.length - 2;
  const shown = cells.map((cell, index) =>
    index >= last ? readable(cell) : /^\d/.test(cell) ? cell : `\`${cell}\``,
  );
  return `| ${shown.join(' | ')} |`;
}

/** A pattern as a person reads it: places to fill in italics, and no part that is often left out. */
function readable(pattern: string): string {
  return (
    pattern
      .replace(/\[\[.*?\]\]/gs, '')
      .replace(/ {2,}/g, ' ')
      // Inside code nothing is set in italics, so a span that is only a place becomes the place.
      .replace(/`\{([a-z_]+)\}`/g, '{$1}')
      .replace(/\{([a-z_]+)\|[^{}|]*\|([^{}|]*)\}/g, '*$1* $2')
      .replace(/\{([a-z_]+)\}/g, '*$1*')
      .replaceAll('|', '\\|')
      .replaceAll('\n', ' ')
  );
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'errors.md'), writeErrors());
