import { expect, test } from 'vitest';
import { type EmphasisMark, hasEmphasis, toggleEmphasis } from '#desk/body-editor/toggle-emphasis.ts';
import { afterEdit, selectionIn } from '#tests/marked-selection.ts';

const toggled = (marked: string, mark: EmphasisMark = '**') =>
  afterEdit(marked, (selection) => toggleEmphasis(selection, mark));

test.each([
  ['a selection is marked and stays selected', 'Hội ⟦nghị tốt⟧ đẹp', 'Hội **⟦nghị tốt⟧** đẹp'],
  ['spaces at its ends stay outside', 'Hội⟦ nghị ⟧đẹp', 'Hội **⟦nghị⟧** đẹp'],
  ['a caret gets marks around it', 'Hội ‸', 'Hội **‸**'],
  ['marks without text go again', 'Hội **‸**', 'Hội ‸'],
  ['a caret at the end of bold goes behind it', 'Hội **nghị‸**', 'Hội **nghị**‸'],
  ['a caret in bold takes it off', 'Hội **ng‸hị** đẹp', 'Hội ng‸hị đẹp'],
  ['selected text in bold takes it off', 'Hội **⟦nghị⟧** đẹp', 'Hội ⟦nghị⟧ đẹp'],
  ['text selected with its marks too', 'Hội ⟦**nghị**⟧ đẹp', 'Hội ⟦nghị⟧ đẹp'],
  ['italics are not bold', '*Hội ⟦nghị⟧*', '*Hội **⟦nghị⟧***'],
  ['bold in three signs leaves italics', '***⟦nghị⟧***', '*⟦nghị⟧*'],
  ['an escaped sign is no mark', 'a \\** ⟦b⟧ **', 'a \\** **⟦b⟧** **'],
  ['a sign between spaces is no mark', '3 ** 4 ⟦b⟧ ** 5', '3 ** 4 **⟦b⟧** ** 5'],
])('bold: %s', (_, before, after) => {
  expect(toggled(before)).toBe(after);
});

test.each([
  ['⟦nghị⟧', '*⟦nghị⟧*'],
  ['*ng‸hị*', 'ng‸hị'],
  ['**⟦nghị⟧**', '***⟦nghị⟧***'],
  ['***⟦nghị⟧***', '**⟦nghị⟧**'],
  ['*‸*', '‸'],
])('italics: %s becomes %s', (before, after) => {
  expect(toggled(before, '*')).toBe(after);
});

test('lines are marked one by one, behind the mark of an item, and not in tables or pictures', () => {
  const lines = ['⟦Một', '', '- hai', '| a | b |', '![Ảnh](a.jpg)', '**ba**⟧'].join('\n');
  const marked = ['⟦**Một**', '', '- **hai**', '| a | b |', '![Ảnh](a.jpg)', '**ba**⟧'].join('\n');
  expect(toggled(lines)).toBe(marked);
  expect(toggled(marked)).toBe(['⟦Một', '', '- hai', '| a | b |', '![Ảnh](a.jpg)', 'ba⟧'].join('\n'));
});

test('the button shows what the caret stands in', () => {
  expect(hasEmphasis(selectionIn('a **b‸c**'), '**')).toBe(true);
  expect(hasEmphasis(selectionIn('a‸ **bc**'), '**')).toBe(false);
  expect(hasEmphasis(selectionIn('a **b‸c**'), '*')).toBe(false);
});
