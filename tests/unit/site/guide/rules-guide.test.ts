import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rulesGuide } from '#site/guide/rules-guide.ts';
import { projectRoot } from '#site/settings.ts';

test('the editors’ guide contains the current message of every rule (npm run guide updates it)', async () => {
  expect(readFileSync(join(projectRoot, 'docs', 'bien-tap.md'), 'utf8')).toContain(
    `<!-- quy tắc -->\n\n${await rulesGuide()}\n<!-- hết quy tắc -->`,
  );
});
