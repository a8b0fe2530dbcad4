import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '#site/settings.ts';

const axe = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** The violations that axe finds in the current state of a page, by all its rules but those left out. */
export async function accessibilityViolations(page: Page, leftOut: readonly string[] = []): Promise<unknown> {
  // Evaluated through DevTools, so the page's Content-Security-Policy need not allow it.
  await page.evaluate(axe);
  const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
  return page.evaluate(
    `axe.run({ rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' | ')))`,
  );
}
