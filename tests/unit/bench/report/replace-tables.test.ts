import { expect, test } from 'vitest';
import { replaceTables } from '#bench/report/replace-tables.ts';

const document =
  'Before.\n\n<!-- a -->\n\nold\n\n<!-- end of a -->\n\nBetween.\n\n<!-- b -->\n<!-- end of b -->\n\nAfter.\n';

test('only what stands between the markers of a table is replaced', () => {
  const replaced = replaceTables(document, { a: 'new $& A\n', b: 'new B\n' });
  expect(replaced).toBe(
    'Before.\n\n<!-- a -->\n\nnew $& A\n\n<!-- end of a -->\n\nBetween.\n\n<!-- b -->\n\nnew B\n\n<!-- end of b -->\n\nAfter.\n',
  );
  expect(replaceTables(replaced, { a: 'new $& A\n' })).toBe(replaced);
});

test.each([
  'Before.\n',
  '<!-- c -->\n',
  '<!-- end of c -->\n<!-- c -->\n',
  '<!-- c -->\n<!-- c -->\n<!-- end of c -->\n',
])('a table without exactly one pair of markers is an error: %j', (text) => {
  expect(() => replaceTables(text, { c: 'new\n' })).toThrow('<!-- c -->');
});
