import { expect, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';

test('a link keeps the page of a PDF and loses a version, and the name of the file is composed', async () => {
  const content = contentFolder({
    'articles/2026/hoi-nghi.md': `${validArticle}\n[Trang ba](kế-hoạch.pdf?v=2#page=3), [tệp nén](ảnh.rar).\n`,
    [`articles/2026/${'kế-hoạch.pdf'.normalize('NFD')}`]: '%PDF-1.7\n',
    'articles/2026/ảnh.rar': 'Rar!\u001A\u0007',
  });
  const site = await buildAndReadSite(content);
  const name = encodeURIComponent('kế-hoạch.pdf');
  expect(site.get('bai-viet/hoi-nghi/index.html')?.toString()).toContain(`href="/bai-viet/hoi-nghi/${name}#page=3"`);
  expect(site.get('feed.json')?.toString()).toContain(`https://example.org/bai-viet/hoi-nghi/${name}#page=3`);
  expect(site.get('bai-viet/hoi-nghi/kế-hoạch.pdf')?.toString()).toBe('%PDF-1.7\n');
  expect(site.has('bai-viet/hoi-nghi/ảnh.rar')).toBe(true);
});
