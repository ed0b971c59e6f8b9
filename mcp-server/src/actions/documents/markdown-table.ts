/** Tables in documents the server writes itself. */

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Titles and names are somebody's text: they must not end a cell or begin Markdown of their own. */
export function cell(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
