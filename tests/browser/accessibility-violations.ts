import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '#site/settings.ts';

const axe = readFileSync(join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** What axe looks at. */
interface AxeScope {
  /** The rules that are left out. */
  readonly leftOut?: readonly string[];
  /** Selectors of the parts of the page; by default all of it. */
  readonly include?: readonly string[];
}

/** The violations that axe finds in the current state of a page or in parts of it, by all its rules but those left out. */
export async function accessibilityViolations(page: Page, { leftOut = [], include }: AxeScope = {}): Promise<unknown> {
  // Evaluated through DevTools, so the page's Content-Security-Policy need not allow it.
  await page.evaluate(axe);
  const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
  const context = include ? `${JSON.stringify({ include: include.map((selector) => [selector]) })}, ` : '';
  return page.evaluate(
    `axe.run(${context}{ rules: ${JSON.stringify(rules)}, resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' | ')))`,
  );
}
