import { describe, expect, test } from 'vitest';
import { diffBlocks } from './diff-blocks.ts';
import { compare, wordsOf } from './diff-bounded.ts';
import { diffLines } from './diff-lines.ts';

const kinds = (before: string, after: string) =>
  diffBlocks(before, after).sections.flatMap((section) =>
    section.blocks.map((block) => block.kind),
  );
const page = (before: string, after: string) =>
  diffBlocks(before, after)
    .sections.flatMap((section) => section.blocks.map((block) => block.html))
    .join('\n');

/** About a megabyte of paragraphs that differ from one another. */
function megabyte(seed: string): string {
  const paragraphs: string[] = [];
  for (let n = 0; n < 9_000; n += 1) {
    paragraphs.push(
      `${seed} paragraph ${n} says ${n * 7919} things, **plainly**, in ${n % 13} words or more.`,
    );
  }
  return paragraphs.join('\n\n');
}

describe('rendered comparison', () => {
  test('two equal bodies have no change', () => {
    expect(new Set(kinds('# A\n\ntext', '# A\n\ntext'))).toEqual(new Set(['same']));
  });

  test('a changed word is marked inside its formatting', () => {
    const html = page('The **quick** fox jumps over it.', 'The **slow** fox jumps over it.');
    expect(html).toContain(
      '<strong><del class="removed">quick</del><ins class="added">slow</ins></strong>',
    );
  });

  test('words deleted at the end of a table row or a list stay inside it', () => {
    const html = page('- one\n- two and more', '- one\n- two');
    expect(html).toContain('<del class="removed"> and more</del></li>');
    expect(page('| a | b |\n| - | - |\n| c | d e |', '| a | b |\n| - | - |\n| c | d |')).toContain(
      '<del class="removed"> e</del></td>',
    );
  });

  test('a new block is added and an old one removed', () => {
    expect(kinds('one\n\ntwo', 'one\n\ntwo\n\nthree')).toEqual(['same', 'same', 'added']);
    expect(kinds('one\n\ntwo\n\nthree', 'one\n\nthree')).toContain('removed');
  });

  test('a block that stands elsewhere has moved, and is shown once', () => {
    const result = kinds('a first\n\nb second\n\nc third', 'b second\n\nc third\n\na first');
    expect(result.filter((kind) => kind === 'moved')).toHaveLength(1);
    expect(result).not.toContain('removed');
  });

  test('a block that was written anew is shown as old and new', () => {
    expect(kinds('Nothing of this stays.', 'Quite another thought entirely!')).toEqual([
      'removed',
      'added',
    ]);
  });

  test('unchanged blocks far from a change are folded', () => {
    const many = Array.from({ length: 20 }, (_, n) => `paragraph ${n}`);
    const { sections } = diffBlocks(
      many.join('\n\n'),
      [...many.slice(0, 19), 'the end'].join('\n\n'),
    );
    expect(sections[0]).toMatchObject({ folded: true, count: 18 });
  });

  test('Korean and Japanese are compared by character', () => {
    expect(wordsOf('승인됨')).toEqual(['승', '인', '됨']);
    expect(page('수정이 필요합니다 그리고', '수정은 필요합니다 그리고')).toContain(
      '<ins class="added">은</ins>',
    );
  });

  test('markup that was inserted is still sanitised', () => {
    expect(page('safe text here', 'safe text here <img src=x onerror=alert(1)>')).not.toMatch(
      /<img/,
    );
  });

  test('two bodies of a megabyte are compared without giving up', () => {
    const { sections, notShown } = diffBlocks(megabyte('old'), megabyte('new'));
    expect(sections.length).toBeGreaterThan(0);
    expect(notShown).toBeGreaterThan(0);
  });
});

describe('line comparison', () => {
  test('lines carry their numbers on both sides', () => {
    const { sections, added, removed } = diffLines('a\nb\nc', 'a\nB\nc\nd');
    const rows = sections.flatMap((section) => section.rows);
    expect(rows.map(({ kind, oldNumber, newNumber }) => [kind, oldNumber, newNumber])).toEqual([
      ['same', 1, 1],
      ['changed', 2, 2],
      ['same', 3, 3],
      ['added', null, 4],
    ]);
    expect([added, removed]).toEqual([2, 1]);
  });

  test('the words that changed within a line are marked', () => {
    const { sections } = diffLines('let limit = 5;', 'let limit = 7;');
    expect(sections[0]?.rows[0]?.new?.filter((part) => part.changed)).toEqual([
      { text: '7', changed: true },
    ]);
  });

  test('long unchanged runs are folded with context left around a change', () => {
    const lines = Array.from({ length: 100 }, (_, n) => `line ${n}`);
    const changed = lines.with(50, 'other');
    const { sections } = diffLines(lines.join('\n'), changed.join('\n'));
    expect(sections.map((section) => [section.folded, section.rows.length])).toEqual([
      [true, 47],
      [false, 7],
      [true, 46],
    ]);
  });

  test('two wholly different megabytes end, and say how much is not shown', () => {
    const { notShown } = diffLines(megabyte('old'), megabyte('new'));
    expect(notShown).toBeGreaterThan(0);
  });
});

test('a comparison out of time calls the middle replaced', () => {
  expect(compare(['a', 'b', 'z'], ['a', 'c', 'z'], 0)).toEqual([
    { kind: 'same', items: ['a'] },
    { kind: 'removed', items: ['b'] },
    { kind: 'added', items: ['c'] },
    { kind: 'same', items: ['z'] },
  ]);
});
