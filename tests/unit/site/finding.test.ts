import { expect, test } from 'vitest';
import { finding, findingMessage } from '#site/finding.ts';

const at = { path: 'a.md', line: 1, column: 1 };

test('no message has more than 300 characters, and what may be pasted is cut last', () => {
  const picture = `data:image/png;base64,${'A'.repeat(400_000)}`;
  const embedded = finding(at, 'anh', `không thấy ảnh “${picture}” cạnh bài`, 'lưu ảnh thành tệp');
  expect(embedded.wrong).toMatch(/^không thấy ảnh “data:image\/png;base64,A+…” cạnh bài$/);
  expect(findingMessage(embedded).length).toBeLessThan(120);

  const words = 'chữ dài '.repeat(100);
  expect(findingMessage(finding(at, 'bang', words, words)).length).toBeLessThanOrEqual(300);
  const line = `viết cả dòng “${'chữ '.repeat(30).trim()}”`;
  expect(finding(at, 'bang', words, line).remedy).toBe(line);
});
