import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { basename, dirname, extname, join, relative, resolve } from '#desk/node/path.ts';

const paths = [
  ...['/content/articles/a.md', 'a.md', 'a/b/', '/a', '/', '', '.', '..', 'a/../b.tar.gz', './a', '../a/./b', '.git'],
  ...['a.', '..a', '...', 'a//b', '/../a', 'a/..', 'Ảnh đẹp.JPG'],
];

test.each(paths)('the path %j has the parts that Node gives it', (path) => {
  expect([dirname(path), basename(path), basename(path, '.md'), extname(path)]).toEqual([
    ...[posix.dirname(path), posix.basename(path), posix.basename(path, '.md'), posix.extname(path)],
  ]);
});

test.each(paths)('a path joined, resolved and related to %j is that of Node', (path) => {
  for (const other of paths) {
    expect(join(other, path)).toBe(posix.join(other, path));
    expect(resolve('/content', other, path)).toBe(posix.resolve('/content', other, path));
    expect(relative(`/${other}`, `/${path}`)).toBe(posix.relative(`/${other}`, `/${path}`));
  }
});
