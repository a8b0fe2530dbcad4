import { expect, test } from 'vitest';
import { checkContent } from '#site/check/check-content.ts';
import { formatFinding } from '#site/finding.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

const file = 'articles/2026/2026-11-23-hoi-nghi.md';

async function findingsOf(paragraph: string, siteUrl = 'https://lhh.example.vn/trang'): Promise<string[]> {
  const folder = contentFolder({ [file]: `${validArticle}\n##Kết quả\n\n${paragraph}\n` });
  const env = { CONTENT_DIR: folder, SITE_URL: siteUrl, BUILD_TIME: '2026-11-23T08:00:00+07:00' };
  const { errors, warnings } = await checkContent(readSettings(env, new Date(0)));
  return [...errors, ...warnings]
    .filter(({ rule }) => rule !== 'dau-dong')
    .map((found) => formatFinding(found).slice(formatFinding(found).indexOf('.md:') + 4));
}

test.each([
  [
    'Xem [bài](https://lhh.example.vn/trang/bai-viet/khong-co/).',
    '14:11 · liên kết tới trang này “/bai-viet/khong-co/” không dẫn tới trang nào',
  ],
  [
    'Xem <http://www.lhh.example.vn/trang/hoi-dapp/>.',
    '14:5 · liên kết tới trang này “/hoi-dapp/” không dẫn tới trang nào · có phải là “/hoi-dap/”?',
  ],
  [
    'Xem [mục](/bai-viet/hoi-nghi/#muc-ket-qu).',
    '14:11 · liên kết “/bai-viet/hoi-nghi/#muc-ket-qu” không dẫn tới đề mục nào của trang ấy · có phải là “#muc-ket-qua”?',
  ],
])('a link to a page of this site is checked however it is written: %s', async (paragraph, message) => {
  expect(await findingsOf(paragraph)).toEqual([expect.stringContaining(message)]);
});

test.each([
  'Xem [bài](https://lhh.example.vn/trang/hoi-dap/).',
  'Xem [mục](/bai-viet/hoi-nghi/#muc-ket-qua) và [trang](https://lhh.example.vn/trang/bai-viet/hoi-nghi/#muc-ket-qua).',
])('a link to a page or heading that is there is right: %s', async (paragraph) => {
  expect(await findingsOf(paragraph)).toEqual([]);
});
