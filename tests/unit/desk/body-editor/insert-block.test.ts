import { expect, test } from 'vitest';
import { insertBelow, insertMarkdown } from '#desk/body-editor/insert-block.ts';
import { afterEdit } from '#tests/marked-selection.ts';

const below = (marked: string) => afterEdit(marked, (selection) => insertBelow(selection, '![A](a.jpg)'));

test.each([
  ['‸', '![A](a.jpg)\n\n‸'],
  ['mộ‸t\nhai\n\nba', 'một\nhai\n\n![A](a.jpg)\n\n‸ba'],
  ['một\n\n‸\n\nba', 'một\n\n![A](a.jpg)\n\n‸ba'],
  ['một\n\n‸', 'một\n\n![A](a.jpg)\n\n‸'],
  ['‸một', 'một\n\n![A](a.jpg)\n\n‸'],
  ['- một‸\n- hai\n\n    bốn', '- một\n- hai\n\n![A](a.jpg)\n\n‸    bốn'],
])('a block stands below the paragraph of the caret: %j becomes %j', (before, after) => {
  expect(below(before)).toBe(after);
});

const pasted = (marked: string, markdown: string) =>
  afterEdit(marked, (selection) => insertMarkdown(selection, markdown));

test('words are pasted into their line', () => {
  expect(pasted('a ⟦b⟧ c', 'x **y**')).toBe('a x **y**‸ c');
});

test.each([
  ['a ⟦b⟧ c', 'x\n\ny', 'a\n\nx\n\ny‸\n\nc'],
  ['‸', '- x\n- y', '- x\n- y‸'],
  ['a\n‸', '| x | y |\n|---|---|', 'a\n\n| x | y |\n|---|---|‸'],
  ['a\n\n‸\n\n\n  b', '## x', 'a\n\n## x‸\n\n  b'],
])('blocks are pasted between blank lines: %j and %j', (before, markdown, after) => {
  expect(pasted(before, markdown)).toBe(after);
});
