/** How the command line answers: lines for people, or one JSON document for programs. */
import { once } from 'node:events';

/** The answer goes to stdout, so that it can be piped; everything else goes to stderr. */
export function print(asJson: boolean, answer: unknown, lines: readonly string[]): void {
  const text = asJson ? JSON.stringify(answer, null, 2) : lines.join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** A line of JSON each, no faster than whoever reads them. */
export async function printLines(entries: readonly unknown[]): Promise<void> {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
}

/** Columns as wide as their widest cell; the last one isn't padded. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, index) => Math.max(...all.map((row) => (row[index] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
