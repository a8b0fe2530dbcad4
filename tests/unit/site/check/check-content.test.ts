import { describe, expect, test } from 'vitest';
import { type RuleName, rules } from '#news/rule.ts';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { ruleExamples } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

const names = Object.keys(rules).filter((name): name is RuleName => name in ruleExamples);

describe.each(names)('the rule %s', (name) => {
  const { wrong, right, location, sitemap, firstDeployed } = ruleExamples[name];

  test('reports nothing in its valid example', async () => {
    expect((await checkFolder(contentFolder(right), sitemap, firstDeployed)).map(formatFinding)).toEqual([]);
  });

  test('reports the location of the mistake in its invalid example, and nothing else', async () => {
    const findings = await checkFolder(contentFolder(wrong), sitemap, firstDeployed);
    expect(findings.map((finding) => formatFinding(finding))).toEqual([
      expect.stringMatching(new RegExp(`^${location.replace(/[.]/g, '\\.')} · .* · .* \\[${name}\\]$`)),
    ]);
    expect(findings[0]?.level).toBe(rules[name].level);
  });
});
