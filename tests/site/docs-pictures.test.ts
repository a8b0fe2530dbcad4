import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';

test.each([
  ['README.md', 2],
  ['docs/bien-tap.md', 11],
])(
  'the pictures of %s exist and have less than 150 KB each (npm run screenshots -- --docs creates them)',
  (document, count) => {
    const pictures = [...readFileSync(join(projectRoot, document), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)];
    expect(pictures).toHaveLength(count);
    for (const [, path = ''] of pictures)
      expect(statSync(join(projectRoot, dirname(document), path)).size, path).toBeLessThan(150_000);
  },
);
