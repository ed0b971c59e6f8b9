/** The texts of the story: one Markdown file a group, its documents parted by headings such as `# TR: Title`. */
import { readFileSync } from 'node:fs';

export interface Written {
  readonly title: string;
  readonly body: string;
}

const PART = /^# ([A-Z]+\d?): (.+)$/gm;

/** Throws when the file or the part isn't there. */
export function readStory(file: string): (part: string) => Written {
  const text = readFileSync(new URL(`./story/${file}.md`, import.meta.url), 'utf8');
  const headings = [...text.matchAll(PART)];
  const parts = new Map(
    headings.map((heading, index): [string, Written] => {
      const [line, name = '', title = ''] = heading;
      const body = text.slice(heading.index + line.length, headings[index + 1]?.index);
      return [name, { title, body: `${body.trim()}\n` }];
    }),
  );
  return (part) => {
    const written = parts.get(part);
    if (written === undefined) throw new Error(`story/${file}.md has no part "${part}"`);
    return written;
  };
}

/** The next revision of a text. Throws when a place to change isn't in it. */
export function revised(
  { title, body }: Written,
  ...changes: readonly (readonly [from: string, to: string])[]
): Written {
  const next = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`"${from}" isn't in "${title}"`);
    return text.replace(from, () => to);
  }, body);
  return { title, body: next };
}

/** A captured diff, log or test run, as it was. */
export function readCapture(file: string): string {
  return readFileSync(new URL(`./story/captures/${file}`, import.meta.url), 'utf8');
}
