import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';

test.each(['README.md', 'docs/bien-tap.md'])(
  'the pictures of %s exist and have less than 150 KB each (npm run screenshots -- --docs creates them)',
  (document) => {
    const pictures = [...readFileSync(join(projectRoot, document), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/g)];
    expect(pictures).toHaveLength(2);
    for (const [, path = ''] of pictures)
      expect(statSync(join(projectRoot, dirname(document), path)).size, path).toBeLessThan(150_000);
  },
);
