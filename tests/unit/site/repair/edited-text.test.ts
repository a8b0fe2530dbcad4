import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, composeEdits, originalOffsets } from '#site/repair/edited-text.ts';

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

test('edits replace, delete and insert', () => {
  const edits = [
    { offset: 0, length: 2, text: '' },
    { offset: 3, length: 1, text: 'XY' },
    { offset: 6, length: 0, text: '!' },
  ];
  const text = applyEdits('abcdefg', edits);
  const originalOffset = originalOffsets(edits);
  expect(text).toBe('cXYef!g');
  expect(Array.from('cXYef!g', (_, offset) => originalOffset(offset))).toEqual([2, 3, 4, 4, 5, 6, 6]);
});

test('a character that no edit touches is found at its old offset', () => {
  const pieces = fc.array(
    fc.record({
      kept: fc.string({ minLength: 1, maxLength: 4 }),
      removed: fc.string({ maxLength: 3 }),
      text: fc.string({ maxLength: 3 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const before = parts.map(({ kept, removed }) => kept + removed).join('');
      let offset = 0;
      const edits = parts.map(({ kept, removed, text }) => {
        const edit = { offset: offset + kept.length, length: removed.length, text };
        offset = edit.offset + removed.length;
        return edit;
      });
      const text = applyEdits(before, edits);
      const originalOffset = originalOffsets(edits);
      expect(text).toBe(parts.map((part) => part.kept + part.text).join(''));
      let [at, original] = [0, 0];
      for (const { kept, removed, text: inserted } of parts) {
        for (let index = 0; index < kept.length; index++) expect(originalOffset(at + index)).toBe(original + index);
        at += kept.length + inserted.length;
        original += kept.length + removed.length;
      }
    }),
  );
});
