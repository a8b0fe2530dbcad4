import { expect, test } from 'vitest';
import { type Verdict, verdictOf } from '#bench/foreign/verdict.ts';

const [repair, note, error] = [
  { level: 'warning', edits: [{ offset: 0, length: 1, text: '' }] } as const,
  { level: 'warning' } as const,
  { level: 'error' } as const,
];

test.each<[Verdict, Parameters<typeof verdictOf>[0]]>([
  ['silent', []],
  ['repaired', [repair, repair]],
  ['told', [repair, note]],
  ['refused', [repair, note, error]],
])('an article is %s', (verdict, findings) => {
  expect(verdictOf(findings)).toBe(verdict);
});
