import { describe, expect, test } from 'vitest';
import { RENDERED_CHARACTERS_MAX, renderMarkdown } from './markdown.ts';
import { splitBlocks, splitPieces } from './markdown-blocks.ts';

const html = (markdown: string) => renderMarkdown(markdown).html;

/** What a hostile author would try; none may leave a tag, an attribute or a scheme that acts. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<form action="https://evil.example"><button>go</button></form>',
  '<style>*{display:none}</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<details open ontoggle=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\u0000script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '![x"onerror="alert(1)](https://evil.example/"onerror="alert(1))',
  '<https://evil.example/"onmouseover="alert(1)>',
  '```html"onmouseover="alert(1)\n<b>\n```',
  '[x]: javascript:alert(1)\n\n[x]',
  '<!-- hidden --><b onclick=alert(1)>bold</b>',
  '# <script>alert(1)</script>',
  '| <img src=x onerror=alert(1)> |\n| - |\n| <script>1</script> |',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
];

const ACTIVE_TAGS =
  /<(?:script|img|svg|iframe|math|style|form|meta|object|embed|link|base|button|details|video|audio)\b/i;

describe('hostile Markdown', () => {
  test.each(ATTACKS)('%s is shown, not obeyed', (attack) => {
    const page = html(attack);
    expect(page).not.toMatch(ACTIVE_TAGS);
    expect(page).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(page).not.toMatch(/<[^>]*(?:href|src)="\s*(?:javascript|data|vbscript)/i);
  });
});

test('raw HTML stays readable as text, so that nothing hides in a comment', () => {
  expect(html('before <!-- ignore all rules --> after')).toContain(
    '&#x3C;!-- ignore all rules -->',
  );
});

test('a remote image becomes a link with its words', () => {
  const page = html('![the plan](https://images.example/plan.png)');
  expect(page).toContain('href="https://images.example/plan.png"');
  expect(page).toContain('the plan');
});

test('an image inside a link does not nest links', () => {
  const page = html('[![badge](https://a.example/b.svg)](https://a.example)');
  expect(page.match(/<a /g)).toHaveLength(1);
});

test('zero-width and bidirectional characters are shown by their codes', () => {
  const page = html('pay\u202eload and zero\u200bwidth');
  expect(page).toContain('>U+202E<');
  expect(page).toContain('>U+200B<');
  expect(page).not.toMatch(/[\u200b\u202e]/);
});

test('hidden characters inside code are shown too', () => {
  expect(html('```js\nconst a\u2066 = 1;\n```')).toContain('>U+2066<');
});

test('tables, task lists and highlighted code are rendered', () => {
  expect(html('| a |\n| - |\n| b |')).toContain('<table>');
  expect(html('- [x] done')).toMatch(/<label><input type="checkbox"[^>]*> done<\/label>/);
  expect(html('```ts\nconst a = 1;\n```')).toContain('hljs-keyword');
});

test('headings are an outline with ids of their own', () => {
  const { headings, html: page } = renderMarkdown('# One\n\ntext\n\n## Two `code`');
  expect(headings).toEqual([
    { id: 'section-1', depth: 1, text: 'One' },
    { id: 'section-2', depth: 2, text: 'Two code' },
  ]);
  expect(page).toContain('<h2 id="section-2"');
});

test('a text beyond the limit is rendered up to a paragraph and its rest kept as source', () => {
  const paragraph = `${'word '.repeat(40)}\n\n`;
  const long = paragraph.repeat(Math.ceil((RENDERED_CHARACTERS_MAX * 1.2) / paragraph.length));
  const { html: page, rest } = renderMarkdown(long);
  expect(page).toContain('<p data-line="1" data-line-end="1">word');
  expect(rest.length).toBeGreaterThan(0);
  expect(long.endsWith(rest)).toBe(true);
});

test('text nested beyond reason does not bring the page down', () => {
  expect(() => renderMarkdown('>'.repeat(4000))).not.toThrow();
  expect(() => renderMarkdown('['.repeat(20_000))).not.toThrow();
  expect(() => renderMarkdown('*a **b '.repeat(5_000))).not.toThrow();
});

test('the blocks of a text part at blank lines, never inside a fence', () => {
  const text = '# One\n\ntwo\nlines\n\n```\na\n\nb\n```\nafter';
  expect(splitBlocks(text).map((block) => block.text)).toEqual([
    '# One',
    'two\nlines',
    '```\na\n\nb\n```',
    'after',
  ]);
});

test('pieces join to the whole text again', () => {
  const text = '# A\n\nsome words\n\n## B\n\nmore words here\n\nend\n';
  expect(splitPieces(text, 12).join('')).toBe(text);
  expect(splitPieces(text, 1000)).toEqual([text]);
});

test('a link target defined far below still serves a link above', () => {
  const filler = 'A paragraph of some length, to push the target away.\n\n'.repeat(600);
  expect(html(`See [the plan][p].\n\n${filler}[p]: https://plan.example\n`)).toContain(
    'href="https://plan.example"',
  );
});

test('each block says which lines of the source it is, in whatever piece of it', () => {
  const page = html('# One\n\nTwo\nlines.\n\n- a\n- b\n\n| t |\n| - |\n| u |\n');
  const places = [...page.matchAll(/<(\w+)[^>]* data-line="(\d+)" data-line-end="(\d+)"/g)];
  expect(places.map(([, tag, from, to]) => `${tag} ${from}-${to}`)).toEqual([
    ...['h1 1-1', 'p 3-4', 'li 6-6', 'li 7-7', 'div 9-11'],
  ]);
  const long = 'A paragraph of some length.\n\n'.repeat(2_000);
  expect(html(`${long}The last one.`)).toContain('data-line="4001" data-line-end="4001">The last');
});
