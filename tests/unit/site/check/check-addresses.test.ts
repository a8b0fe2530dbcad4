import { expect, test } from 'vitest';
import { findingMessage } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

test.each([
  ['/lien-he/', '/lien-he/ đang là trang của pages/lien-he.md · xóa dòng này, hoặc đổi tên tệp kia [dia-chi-cu]'],
  ['/tac-gia/btt/', '/tac-gia/btt/ đang là trang của authors.yaml · xóa dòng này [dia-chi-cu]'],
  ['/feed.xml', '/feed.xml đang là trang của nguồn tin · xóa dòng này [dia-chi-cu]'],
])(
  'an old address equal to the page %s names the owner, and suggests a rename only if that moves the page',
  async (oldUrl, expected) => {
    const findings = await checkFolder(
      contentFolder({
        'articles/2026/2026-11-23-hoi-nghi.md': validArticle.replace('category:', `oldUrls:\n  - ${oldUrl}\ncategory:`),
        'pages/lien-he.md': '---\ntitle: Liên hệ\n---\n\nMời bạn đến văn phòng.\n',
      }),
    );
    expect(findings.map(findingMessage)).toEqual([expected]);
  },
);

test('too many old addresses give one finding, at the line where the limit is near, with the total count', async () => {
  const lines = Array.from({ length: 2_100 }, (_, number) => `  - /tin-cu/${number}.aspx\n`).join('');
  const text = validArticle.replace('category:', `oldUrls:\n${lines}category:`);
  const findings = await checkFolder(contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': text }));
  expect(findings.map((found) => `${found.line}: ${findingMessage(found)}`)).toEqual([
    expect.stringMatching(
      /^1805: đã có 2\.100 địa chỉ cũ không có dấu \?, mà Cloudflare Pages nhận nhiều nhất 2\.000 ·/,
    ),
  ]);
});
