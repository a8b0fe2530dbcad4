import { expect, test } from 'vitest';
import { checkFolder } from '#tests/check-files.ts';
import { contentFolder } from '#tests/content-folder.ts';
import { article } from '#tests/rule-examples.ts';

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
