import { expect, test } from 'vitest';
import { continueList } from '#desk/body-editor/continue-list.ts';
import { type HeadingLevel, isHeadingLine, toggleHeading } from '#desk/body-editor/toggle-heading.ts';
import { type ListKind, listKindAt, toggleList } from '#desk/body-editor/toggle-list.ts';
import { afterEdit, selectionIn } from '#tests/marked-selection.ts';

test.each<[string, string, HeadingLevel]>([
  ['Kết ‸quả', '## Kết ‸quả', 2],
  ['## Kết ‸quả', 'Kết ‸quả', 2],
  ['## Kết ‸quả', '### Kết ‸quả', 3],
  ['#### Kết quả‸', '## Kết quả‸', 2],
  ['‸', '## ‸', 2],
  ['**Kết quả**‸', '## Kết quả‸', 2],
  ['trước\nKết quả‸\nsau', 'trước\n## Kết quả‸\nsau', 2],
  ['⟦Một\n\nHai⟧', '⟦### Một\n\n### Hai⟧', 3],
])('a heading: %j becomes %j', (before, after, level) => {
  expect(afterEdit(before, (selection) => toggleHeading(selection, level))).toBe(after);
});

test('the button of a heading shows its own level', () => {
  expect(isHeadingLine(selectionIn('### a‸'), 3)).toBe(true);
  expect(isHeadingLine(selectionIn('### a‸'), 2)).toBe(false);
});

test.each<[string, string, ListKind]>([
  ['một‸', '- một‸', 'bulleted'],
  ['- một‸', 'một‸', 'bulleted'],
  ['‸', '1. ‸', 'numbered'],
  ['⟦một\n\nhai⟧', '⟦1. một\n\n2. hai⟧', 'numbered'],
  ['⟦- một\n- hai⟧', '⟦1. một\n2. hai⟧', 'numbered'],
  ['⟦1. một\n2. hai⟧', '⟦- một\n- hai⟧', 'bulleted'],
  ['⟦1. một\n2. hai⟧', '⟦một\nhai⟧', 'numbered'],
  ['⟦• một\n– hai\n- ba⟧', '⟦- một\n- hai\n- ba⟧', 'bulleted'],
  ['2. hai\nba‸', '2. hai\n3. ba‸', 'numbered'],
  ['⟦một\nhai\n⟧ba', '⟦- một\n- hai⟧\nba', 'bulleted'],
])('a list: %j becomes %j', (before, after, kind) => {
  expect(afterEdit(before, (selection) => toggleList(selection, kind))).toBe(after);
});

test('the year at the start of a sentence is no number of an item', () => {
  expect(listKindAt(selectionIn('2026. Hội‸'))).toBeUndefined();
  expect(listKindAt(selectionIn('26. Hội‸'))).toBe('numbered');
});

test.each([
  ['- một‸', '- một\n- ‸'],
  ['- một ‸hai', '- một\n- ‸hai'],
  ['  * một‸', '  * một\n  * ‸'],
  ['9) một‸\n10) hai\n    - con\n11) ba\n\n12) bốn', '9) một\n10) ‸\n11) hai\n    - con\n12) ba\n\n12) bốn'],
  ['- một\n- ‸', '- một\n\n‸'],
  ['1. ‸\nsau', '‸\nsau'],
  ['- một ⟦hai⟧ ba', '- một\n- ‸ba'],
])('Enter in a list: %j becomes %j', (before, after) => {
  expect(afterEdit(before, continueList)).toBe(after);
});

test.each(['một‸', '2026. Hội‸', '‸- một', '-‸ một', '- ⟦một\n- hai⟧', '---‸', '-‸'])(
  'Enter elsewhere only breaks the line: %j',
  (marked) => {
    expect(continueList(selectionIn(marked))).toBeUndefined();
  },
);
