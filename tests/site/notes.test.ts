import { expect, test } from 'vitest';
import { validArticle } from '#site/guide/rule-examples.ts';
import { contentFolder } from '../content-folder.ts';
import { buildAndReadSite } from './build-and-read-site.ts';
import { htmlErrors } from './html-errors.ts';

const noted = validArticle
  .replace('họp tổng kết.', 'họp tổng kết[^1].')
  .replace('đã báo cáo.', 'đã báo cáo[^so].\n\n[^1]: Theo biên bản hội nghị.\n[^so]: Báo cáo của *các* hội.');

test('footnotes are at the end of the article on its page and in its feed; in the feed their links lead to the page', async () => {
  const site = await buildAndReadSite(contentFolder({ 'articles/2026/2026-11-23-hoi-nghi.md': noted }));
  const page = site.get('bai-viet/hoi-nghi/index.html')?.toString() ?? '';
  expect(await htmlErrors({ path: 'bai-viet/hoi-nghi/index.html', html: page })).toEqual([]);
  const [lead = '', body = ''] = page.split('<div class="prose">');
  expect(lead).toContain('<p class="lead">Liên hiệp hội họp tổng kết<sup><a href="#chu-thich-1"');
  expect(body).toContain('<li id="chu-thich-1"><p>Theo biên bản hội nghị.');
  expect(body).toContain('<li id="chu-thich-2"><p>Báo cáo của <em>các</em> hội.');
  // The description has the text without the footnote.
  expect(/name="description" content="([^"]*)"/.exec(page)?.[1]).toBe('Liên hiệp hội họp tổng kết.');

  const [item] = JSON.parse(site.get('feed.json')?.toString() ?? '').items;
  expect(item.content_html).toContain('<a href="https://example.org/bai-viet/hoi-nghi/#chu-thich-1"');
  expect(item.content_html).toContain('<p>Theo biên bản hội nghị.</p>');
});
