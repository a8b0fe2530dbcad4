import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, composeEdits, originalOffset } from '#site/repair/edited-text.ts';

/** Edits of a text, in order and apart from each other. */
function editsOf(text: string, cuts: readonly number[], words: readonly string[]) {
  const offsets = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return offsets.flatMap((offset, index) => {
    const length = Math.min(index % 3, (offsets[index + 1] ?? text.length) - offset - 1);
    return length < 0 ? [] : [{ offset, length, text: words[index % words.length] ?? '', repairs: [index] }];
  });
}

const cuts = fc.array(fc.nat(60), { maxLength: 8 });
const words = fc.array(fc.constantFrom('', 'x', 'yz', '---'), { minLength: 1, maxLength: 4 });

test('two rounds of edits are the same as their composition', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), cuts, words, cuts, words, (text, cuts1, words1, cuts2, words2) => {
      const earlier = editsOf(text, cuts1, words1);
      const edited = applyEdits(text, earlier);
      const later = editsOf(edited, cuts2, words2);
      expect(applyEdits(text, composeEdits(edited, earlier, later))).toBe(applyEdits(edited, later));
    }),
  );
});

test('an offset in what was not edited is that of the same character', () => {
  const edits = [
    { offset: 1, length: 2, text: '' },
    { offset: 5, length: 0, text: 'XX' },
  ];
  expect(applyEdits('0123456789', edits)).toBe('034XX56789');
  expect([0, 1, 3, 4, 5, 9].map((offset) => originalOffset(edits, offset))).toEqual([0, 3, 5, 5, 5, 9]);
});
