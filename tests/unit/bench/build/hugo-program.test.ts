import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findHugo, paginationFile } from '#bench/build/hugo-program.ts';
import { projectRoot } from '#site/settings.ts';

test('each version of Hugo gets the keys of pagination that it knows', () => {
  expect(['0.111.3', '0.127.0'].map(paginationFile)).toEqual(Array(2).fill('pagination-before-0.128.toml'));
  expect(['0.128.0', '0.169.0', '1.0.0'].map(paginationFile)).toEqual(Array(3).fill('pagination.toml'));
  for (const file of ['pagination-before-0.128.toml', 'pagination.toml'])
    expect(existsSync(join(projectRoot, 'bench', 'build', 'hugo', file))).toBe(true);
});

test('a machine without Hugo is no error', () => {
  expect(findHugo('/nowhere/hugo')).toBeUndefined();
});
