import { expect, test } from 'vitest';
import { checkFolder } from '#site/guide/check-files.ts';
import { article } from '#site/guide/rule-examples.ts';
import { contentFolder } from '#tests/content-folder.ts';

test.each([
  ['/lien-he/', '/lien-he/ đang là trang của pages/lien-he.md · xóa dòng này, hoặc đổi tên tệp kia [dia-chi-cu]'],
  ['/tac-gia/btt/', '/tac-gia/btt/ đang là trang của authors.yaml · xóa dòng này [dia-chi-cu]'],
  ['/feed.xml', '/feed.xml đang là trang của nguồn tin · xóa dòng này [dia-chi-cu]'],
])(
  'an old address that is a page, %s, is told whose, and to rename a file only where that moves the page',
  async (oldUrl, expected) => {
    const findings = await checkFolder(
      contentFolder({
        'articles/2026/2026-11-23-hoi-nghi.md': article.replace('category:', `oldUrls:\n  - ${oldUrl}\ncategory:`),
        'pages/lien-he.md': '---\ntitle: Liên hệ\n---\n\nMời bạn đến văn phòng.\n',
      }),
    );
    expect(findings.map(({ message }) => message)).toEqual([expected]);
  },
);

test('of too many old addresses all are counted, once, where the last one stands that leaves room', async () => {
  const many = Array.from({ length: 2_100 }, (_, number) => `  - /tin-cu/${number}.aspx\n`).join('');
  const text = article.replace('category:', `oldUrls:\n${many}category:`);
  const findings = await checkFolder(contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': text }));
  expect(findings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    expect.stringMatching(
      /^1805: đã có 2\.100 địa chỉ cũ không có dấu \?, mà Cloudflare Pages nhận nhiều nhất 2\.000 ·/,
    ),
  ]);
});
