import { expect, test } from 'vitest';
import { formatReport } from '#site/check/format-report.ts';
import { finding } from '#site/finding.ts';

test('the JSON report has these fields in this order, and no edits', () => {
  const edit = { offset: 0, length: 1, text: 'x' };
  const found = finding({ path: 'a.md', line: 2, column: 7 }, 'bom', 'một\ndòng', 'bỏ\u001B đi', edit);
  expect(formatReport([found], 'json')).toBe(`[
  {
    "rule": "bom",
    "level": "warning",
    "path": "a.md",
    "line": 2,
    "column": 7,
    "message": "một dòng · bỏ\uFFFD đi [bom]"
  }
]
`);
});
