import { expect, test } from 'vitest';
import { mutantsOf } from '#bench/mutation/mutants-of.ts';

/** The texts with one mutant each. */
const mutated = (source: string) =>
  mutantsOf(source).map(({ start, end, replacement }) => source.slice(0, start) + replacement + source.slice(end));

test.each([
  ['export const a = (n: number): boolean => n < 3;', ['n <= 3;', 'n < 4;']],
  [
    'if (a && !b) save(a);',
    ['if (!(a && !b)) save(a);', 'if (a || !b) save(a);', 'if (a && b) save(a);', 'if (a && !b) ;'],
  ],
  ['const x: string = names.some((n) => /^a/i.test(n)) ? 1 : 2;', ['every', '/a/i', '? 2 :', ': 3', '!(names']],
])('%s has the mutants that a test should notice', (source, parts) => {
  const texts = mutated(source);
  expect(texts).toHaveLength(parts.length);
  for (const part of parts)
    expect(
      texts.some((text) => text.includes(part)),
      part,
    ).toBe(true);
});

test('types have no mutants, and every mutant differs from the source', () => {
  const source =
    'interface A { readonly n: 1 | 2 }\nexport function f(a: A): a is A & { n: 1 } { return a.n === 1; }\n';
  const texts = mutated(source);
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text.startsWith('interface A { readonly n: 1 | 2 }')).toBe(true);
});
