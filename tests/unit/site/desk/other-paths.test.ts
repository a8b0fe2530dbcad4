import { expect, test } from 'vitest';
import { otherPaths } from '#site/desk/other-paths.ts';

test('items in other places than new ones have a pattern for each kind of place', () => {
  const paths = ['2026/a.md', '2024/b.md', 'c.md', '2024/d/index.md', 'e/index.md', '2024/05/f.md'];
  expect(otherPaths(paths, '{{year}}/{{slug}}')).toEqual([
    ...['{{slug}}', '{{slug}}/index', '{{year}}/{{month}}/{{slug}}', '{{year}}/{{slug}}/index'],
  ]);
  expect(otherPaths(['2026/a.md'], '{{year}}/{{slug}}')).toEqual([]);
  expect(otherPaths(['2026/a.md'], "{{date | date('YYYY')}}/{{slug}}")).toEqual([]);
  expect(otherPaths(['a.md'], '{{slug}}')).toEqual([]);
});
