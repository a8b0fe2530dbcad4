import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#site/settings.ts';

test.each(['README.md', 'docs/bien-tap.md'])(
  'the pictures %s shows are there and weigh less than 150 KB each (npm run screenshots -- --docs makes them)',
  (document) => {
    const shown = [...readFileSync(join(root, document), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)];
    expect(shown).toHaveLength(2);
    for (const [, path = ''] of shown)
      expect(statSync(join(root, dirname(document), path)).size, path).toBeLessThan(150_000);
  },
);
