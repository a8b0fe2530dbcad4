import { expect, test } from 'vitest';
import { formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { contentFolder } from '#tests/content-folder.ts';

const page = (lang: string, body = 'The chair, Mr. Kêt, has his office in the city.') =>
  `---\ntitle: About\n${lang}---\n\n${body}\n`;
const findingsOf = async (text: string) =>
  (await checkFolder(contentFolder({ 'pages/about.md': text }))).map(formatFinding);

test('the rules of Vietnamese spelling are not for a page in English', async () => {
  expect(await findingsOf(page('lang: en\n'))).toEqual([]);
  expect(await findingsOf(page(''))).toEqual([expect.stringMatching(/“Kêt”.*\[am-tiet\]$/)]);
});

test('the rules of privacy are for a page in English too', async () => {
  expect(await findingsOf(page('lang: en\n', 'Call Mr Mau on 0912 345 678.'))).toEqual([
    expect.stringMatching(/^pages\/about\.md:6:16 .*\[du-lieu-rieng\]$/),
  ]);
});

test('a name of another language is reported', async () => {
  expect(await findingsOf(page('lang: english\n', 'Trang giới thiệu.'))).toContainEqual(
    'pages/about.md:3:7 · không có ngôn ngữ “english” · viết một trong các tên: vi, en [ten-la]',
  );
});
