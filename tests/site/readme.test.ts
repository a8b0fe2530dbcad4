import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#site/settings.ts';

test('the pictures README shows are there and weigh less than 150 KB each', () => {
  const shown = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[.+?\]\((.+?)\)/g)];
  expect(shown).toHaveLength(2);
  for (const [, path = ''] of shown) expect(statSync(join(root, path)).size, path).toBeLessThan(150_000);
});
