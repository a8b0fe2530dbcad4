import { expect, test } from 'vitest';
import { isFullText } from '#news/document.ts';

test.each([
  ['content/documents/quy-che.pdf', 'quy-che.pdf', true],
  ['content/documents/quy-che.pdf', 'Toàn văn quy chế', true],
  ['content/documents/phu-luc.xlsx', 'Phụ lục', false],
])('the file %s with the title “%s” is the full text: %s', (file, title, expected) => {
  expect(isFullText({ file, title })).toBe(expected);
});
